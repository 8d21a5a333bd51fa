package org.roster.directory.user;

import java.util.Arrays;
import java.util.Optional;

/** The orders in which users can be listed. Each has an index, so that a page costs the same wherever it lies. */
public enum UserSort {
    CREATED("created", false),
    CREATED_DESCENDING("created", true),
    USERNAME("username", false),
    USERNAME_DESCENDING("username", true),
    EMAIL("email", false),
    EMAIL_DESCENDING("email", true),
    GIVEN_NAME("givenName", false),
    GIVEN_NAME_DESCENDING("givenName", true),
    FAMILY_NAME("familyName", false),
    FAMILY_NAME_DESCENDING("familyName", true);

    private final String member;
    private final boolean descending;

    UserSort(String member, boolean descending) {
        this.member = member;
        this.descending = descending;
    }

    /** The order of a text such as {@code username}, or {@code -username} for the reverse. */
    public static Optional<UserSort> of(String text) {
        boolean descending = text.startsWith("-");
        var member = descending ? text.substring(1) : text;
        return Arrays.stream(values())
                .filter(sort -> sort.descending == descending && sort.member.equals(member))
                .findFirst();
    }

    String member() {
        return member;
    }

    boolean descending() {
        return descending;
    }
}

package org.roster.contract.econtext.user;

import org.jspecify.annotations.Nullable;
import org.roster.contract.econtext.EcontextRefusal;
import org.roster.directory.user.UserSort;

/** The words of {@code order_by} for users. */
final class EcontextUserOrder {

    private EcontextUserOrder() {}

    static UserSort of(@Nullable String word) {
        return switch (word == null || word.isEmpty() ? "email" : word) {
            case "email" -> UserSort.EMAIL;
            case "-email" -> UserSort.EMAIL_DESCENDING;
            case "username" -> UserSort.USERNAME;
            case "-username" -> UserSort.USERNAME_DESCENDING;
            case "created_at" -> UserSort.CREATED;
            case "-created_at" -> UserSort.CREATED_DESCENDING;
            default -> throw EcontextRefusal.invalid("order_by", "Expecting one of email, username, created_at");
        };
    }
}

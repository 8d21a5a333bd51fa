package org.roster.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roster.persistence.JsonConverter;

/** What is left of an event's values when the person whom they are about is erased. */
final class Blot {

    /** Stands for a text that was taken out. */
    static final String TEXT = "erased";

    /** What says something about the account and nothing about the person. */
    private static final Set<String> KEPT = Set.of(
            "status",
            "emailVerified",
            "accountLocked",
            "accountExpired",
            "credentialsExpired",
            "mfa",
            "resetPassword",
            "resetSecondFactor",
            "hasPassword",
            "passwordChangedAt",
            "groups",
            "applications",
            "purpose",
            "expiresAt",
            "allowed",
            "given",
            "failures",
            "shutOut",
            "by");

    private Blot() {}

    /** The same members; whatever might tell of the person is blotted out, also what a later version adds. */
    static @Nullable String over(@Nullable String values) {
        if (values == null) {
            return null;
        }
        Map<String, @Nullable Object> left = new LinkedHashMap<>();
        JsonConverter.read(values)
                .forEach((name, value) -> left.put(name, value == null || KEPT.contains(name) ? value : TEXT));
        return JsonConverter.write(left);
    }
}

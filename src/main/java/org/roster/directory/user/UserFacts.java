package org.roster.directory.user;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.directory.group.Group;
import org.roster.event.Facts;

/** What the trail remembers of a user: all that can be seen of it, and of its password only whether there is one. */
public final class UserFacts {

    private UserFacts() {}

    public static Map<String, @Nullable Object> of(User user) {
        return Facts.of("username", user.username())
                .and("email", user.email())
                .and("status", user.status())
                .andIf("givenName", user.givenName())
                .andIf("middleName", user.middleName())
                .andIf("familyName", user.familyName())
                .andIf("displayName", user.displayName())
                .andIf("phone", user.phone())
                .andIf("locale", user.locale())
                .andIf("externalId", user.externalId())
                .andIf("emailVerified", user.emailVerified())
                .andIf("accountLocked", user.accountLocked())
                .andIf("accountExpired", user.accountExpired())
                .andIf("credentialsExpired", user.credentialsExpired())
                .andIf("mfa", user.mfa())
                .andIf("resetPassword", user.resetPassword())
                .andIf("resetSecondFactor", user.resetSecondFactor())
                .andIf("hasPassword", user.hasPassword())
                .andIf("passwordChangedAt", user.passwordChangedAt())
                .andIf("profile", user.profile().isEmpty() ? null : user.profile())
                .andIf("customData", user.customData().isEmpty() ? null : user.customData())
                .andIf("extras", user.extras().isEmpty() ? null : user.extras())
                .map();
    }

    /** The same of a new user, with where it was put. */
    static Map<String, @Nullable Object> of(User user, List<Group> joined, NewUser request) {
        var facts = of(user);
        if (!joined.isEmpty()) {
            facts.put(
                    "groups",
                    joined.stream().map(group -> group.id().toString()).toList());
        }
        if (!request.applications.isEmpty()) {
            facts.put(
                    "applications",
                    request.applications.stream().map(UUID::toString).toList());
        }
        return facts;
    }
}

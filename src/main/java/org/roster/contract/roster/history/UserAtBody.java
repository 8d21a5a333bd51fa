package org.roster.contract.roster.history;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.history.PastState;

/** A user as it was at a moment: what {@code /v1} shows of a user, but for what leaves no event. */
@Schema(name = "UserAt")
public record UserAtBody(
        Instant asOf,

        @Schema(
                description =
                        "The last event before that moment which changed the user; null when it is no longer kept")
        @Nullable
        UUID event,

        UUID id,
        UUID tenant,
        @Nullable String username,
        @Nullable String email,
        @Nullable String givenName,
        @Nullable String middleName,
        @Nullable String familyName,
        @Nullable String displayName,
        @Nullable String phone,
        @Nullable String locale,
        @Nullable String externalId,
        @Nullable String status,
        boolean emailVerified,
        boolean accountLocked,
        boolean accountExpired,
        boolean credentialsExpired,
        boolean mfa,
        boolean resetPassword,
        boolean resetSecondFactor,
        boolean hasPassword,
        Map<String, Object> profile,
        Map<String, Object> customData,
        @Nullable Instant passwordChangedAt,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {

    public static UserAtBody of(PastState past) {
        return new UserAtBody(
                past.asOf(),
                past.event(),
                past.id(),
                past.tenant(),
                past.text("username"),
                past.text("email"),
                past.text("givenName"),
                past.text("middleName"),
                past.text("familyName"),
                past.text("displayName"),
                past.text("phone"),
                past.text("locale"),
                past.text("externalId"),
                past.text("status"),
                past.flag("emailVerified"),
                past.flag("accountLocked"),
                past.flag("accountExpired"),
                past.flag("credentialsExpired"),
                past.flag("mfa"),
                past.flag("resetPassword"),
                past.flag("resetSecondFactor"),
                past.flag("hasPassword"),
                past.map("profile"),
                past.map("customData"),
                past.moment("passwordChangedAt"),
                past.createdAt(),
                past.updatedAt());
    }
}

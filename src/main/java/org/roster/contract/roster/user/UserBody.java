package org.roster.contract.roster.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.directory.apikey.IssuedApiKey;
import org.roster.directory.user.AddedUser;
import org.roster.directory.user.User;
import org.roster.directory.user.UserStatus;

/** A user as {@code /v1} shows it. */
@Schema(name = "User")
public record UserBody(
        UUID id,

        @Schema(
                description = "The same id for clients that know ids of 24 hexadecimal digits",
                examples = "57c6eb28962f94a7caab8a22")
        String objectId,

        UUID tenant,
        @Schema(examples = "jane.doe") String username,
        @Schema(examples = "jane.doe@example.com") @Nullable String email,
        @Nullable String givenName,
        @Nullable String middleName,
        @Nullable String familyName,
        @Nullable String displayName,
        @Nullable String phone,
        @Nullable String locale,
        @Nullable String externalId,
        UserStatus status,
        boolean emailVerified,
        boolean accountLocked,
        boolean accountExpired,
        boolean credentialsExpired,
        boolean mfa,
        boolean resetPassword,
        boolean resetSecondFactor,

        @Schema(description = "Whether a password is set; the password itself is never shown")
        boolean hasPassword,

        Map<String, Object> profile,
        Map<String, Object> customData,
        @Nullable Instant passwordChangedAt,
        @Nullable Instant lastLoginAt,
        Instant createdAt,
        Instant updatedAt,
        @Schema(description = "Also the ETag") long version,

        @Schema(description = "Only in the answer to the creation, if one was asked for")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Key apiKey) {

    /** A new API key; its secret is shown this once. */
    @Schema(name = "UserApiKey")
    public record Key(
            String id,
            String secret,

            @Schema(description = "The one text that goes into a header: id, dot, secret")
            String key) {

        static Key of(IssuedApiKey issued) {
            return new Key(issued.apiKey().keyId(), issued.secret(), issued.key());
        }

        @Override
        public String toString() {
            return "Key[" + id + "]";
        }
    }

    static UserBody of(AddedUser added) {
        return of(added.user(), added.apiKey() == null ? null : Key.of(added.apiKey()));
    }

    static UserBody of(User user) {
        return of(user, null);
    }

    private static UserBody of(User user, @Nullable Key key) {
        return new UserBody(
                user.id(),
                user.objectId(),
                user.tenantId(),
                user.username(),
                user.email(),
                user.givenName(),
                user.middleName(),
                user.familyName(),
                user.displayName(),
                user.phone(),
                user.locale(),
                user.externalId(),
                user.status(),
                user.emailVerified(),
                user.accountLocked(),
                user.accountExpired(),
                user.credentialsExpired(),
                user.mfa(),
                user.resetPassword(),
                user.resetSecondFactor(),
                user.hasPassword(),
                user.profile(),
                user.customData(),
                user.passwordChangedAt(),
                user.lastLoginAt(),
                user.createdAt(),
                user.updatedAt(),
                user.version(),
                key);
    }
}

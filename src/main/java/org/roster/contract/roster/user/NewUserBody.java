package org.roster.contract.roster.user;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.constraint.EmailAddress;
import org.roster.constraint.Username;
import org.roster.contract.roster.Given;
import org.roster.directory.apikey.NewApiKey;
import org.roster.directory.user.NewUser;
import org.roster.directory.user.UserStatus;

/** The body of {@code POST /v1/users}: a user with all that it starts with. */
@Schema(name = "NewUser", description = "A new user with its groups, applications, API key and password.")
public record NewUserBody(
        @Schema(description = "Id or code of the tenant; only a platform caller may name another than its own")
        @Nullable
        String tenant,

        @Schema(required = true, examples = "jane.doe") @NotBlank @Username
        String username,

        @Schema(examples = "jane.doe@example.com") @EmailAddress @Nullable
        String email,

        @Schema(format = "password", description = "At least 15 characters; kept as an Argon2id hash") @Nullable
        String password,

        @Schema(description = "In place of a password: an Argon2id, bcrypt or PBKDF2 hash made elsewhere") @Nullable
        String passwordHash,

        @Schema(examples = "Jane") @Nullable String givenName,
        @Nullable String middleName,
        @Schema(examples = "Doe") @Nullable String familyName,
        @Nullable String displayName,
        @Nullable String phone,

        @Schema(description = "A language tag (BCP 47)", examples = "en") @Nullable
        String locale,

        @Nullable String externalId,

        @Schema(description = "ACTIVE unless it is said otherwise") @Nullable
        UserStatus status,

        @Nullable Boolean emailVerified,
        @Nullable Map<String, Object> profile,
        @Nullable Map<String, Object> customData,

        @Schema(description = "Ids of groups to join") @Size(max = 1000) @Nullable
        List<@Nullable UUID> groups,

        @Schema(description = "Ids of applications to be assigned to") @Size(max = 1000) @Nullable
        List<@Nullable UUID> applications,

        @Valid @Nullable Key apiKey) {

    /** An API key to be made with the user. */
    @Schema(name = "NewUserApiKey")
    public record Key(
            @NotBlank @Size(max = 128) String name,
            @Nullable String description,
            @Size(max = 1000) @Nullable List<@Nullable String> scopes,
            @Nullable Instant expiresAt) {

        NewApiKey toNewApiKey(UUID tenant) {
            return new NewApiKey(tenant, name, description, Given.set("apiKey.scopes", scopes), null, null, expiresAt);
        }
    }

    NewUser toNewUser(UUID tenantId) {
        var user = NewUser.of(tenantId, username)
                .email(email)
                .password(password)
                .passwordHash(passwordHash)
                .names(givenName, familyName)
                .status(status)
                .profile(profile)
                .customData(customData)
                .groups(Given.set("groups", groups))
                .applications(Given.set("applications", applications))
                .apiKey(apiKey == null ? null : apiKey.toNewApiKey(tenantId));
        user.details()
                .middleName(middleName)
                .displayName(displayName)
                .phone(phone)
                .locale(locale)
                .externalId(externalId)
                .emailVerified(Boolean.TRUE.equals(emailVerified));
        return user;
    }

    @Override
    public String toString() {
        return "NewUserBody[" + username + "]"; // never the password
    }
}

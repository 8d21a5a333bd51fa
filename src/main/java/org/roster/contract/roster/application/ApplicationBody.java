package org.roster.contract.roster.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.directory.application.Application;
import org.roster.directory.application.ApplicationStatus;
import org.roster.directory.application.ClientSecret;
import org.roster.directory.application.GrantType;

/** An application as {@code /v1} shows it. */
@Schema(name = "Application")
public record ApplicationBody(
        UUID id,
        UUID tenant,
        @Schema(examples = "Payroll") String name,
        @Nullable String description,

        @Schema(description = "An inactive application gets no token, and its tokens and keys stop")
        ApplicationStatus status,

        String clientId,

        @Schema(description = "Only in the answer that made it: at creation and at rotation")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String clientSecret,

        boolean confidential,
        List<String> grantTypes,
        Set<String> scopes,
        List<String> redirectUris,
        @Nullable Integer accessTokenSeconds,
        boolean selfRegistration,
        Map<String, Object> customData,

        @Schema(description = "Its secrets, without themselves; not in lists")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        List<Secret> secrets,

        Instant createdAt,
        Instant updatedAt,
        @Schema(description = "Also the ETag") long version) {

    /** What can be shown of a secret. */
    @Schema(name = "ApplicationSecret")
    public record Secret(
            UUID id,
            @Schema(description = "Its last characters") String hint,
            Instant createdAt,

            @Schema(description = "When it ends; null for never") @Nullable
            Instant expiresAt) {

        static Secret of(ClientSecret secret) {
            return new Secret(secret.id(), secret.hint(), secret.createdAt(), secret.expiresAt());
        }
    }

    static ApplicationBody of(Application application) {
        return of(application, null, null);
    }

    static ApplicationBody of(
            Application application, @Nullable List<ClientSecret> secrets, @Nullable String clientSecret) {
        return new ApplicationBody(
                application.id(),
                application.tenantId(),
                application.name(),
                application.description(),
                application.status(),
                application.clientId(),
                clientSecret,
                application.confidential(),
                application.grantTypes().stream().map(GrantType::wire).sorted().toList(),
                application.scopes(),
                application.redirectUris(),
                application.accessTokenSeconds(),
                application.selfRegistration(),
                application.customData(),
                secrets == null ? null : secrets.stream().map(Secret::of).toList(),
                application.createdAt(),
                application.updatedAt(),
                application.version());
    }

    @Override
    public String toString() {
        return "ApplicationBody[" + id + "]"; // never the secret
    }
}

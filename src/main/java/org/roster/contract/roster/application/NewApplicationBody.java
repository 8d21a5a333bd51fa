package org.roster.contract.roster.application;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.contract.roster.Given;
import org.roster.directory.application.GrantType;
import org.roster.directory.application.NewApplication;

/** The body of {@code POST /v1/applications}. */
@Schema(name = "NewApplication")
public record NewApplicationBody(
        @Schema(description = "Id or code of the tenant; only a platform caller may name another than its own")
        @Nullable
        String tenant,

        @Schema(required = true, examples = "Payroll") @NotBlank @Size(max = 128)
        String name,

        @Size(max = 1000) @Nullable String description,

        @Schema(description = "Its OAuth client identifier, unique in the whole Roster; a random one unless given")
        @Size(min = 1, max = 128)
        @Nullable
        String clientId,

        @Schema(defaultValue = "true", description = "Whether it can keep a secret (RFC 6749 section 2.1)") @Nullable
        Boolean confidential,

        @Schema(
                examples = "client_credentials",
                description = "Of `client_credentials`, `password` and `refresh_token`; `client_credentials` for a"
                        + " confidential application unless given")
        @Size(max = 10)
        @Nullable
        List<@Nullable String> grantTypes,

        @Schema(description = "What its tokens may carry") @Size(max = 1000) @Nullable
        List<@Nullable String> scopes,

        @Size(max = 100) @Nullable List<@Nullable String> redirectUris,

        @Schema(description = "The life of its access tokens; the server's default unless given")
        @Min(60)
        @Max(3600)
        @Nullable
        Integer accessTokenSeconds,

        @Schema(description = "Whether people may register themselves through it") @Nullable
        Boolean selfRegistration,

        @Nullable Map<String, Object> customData) {

    NewApplication toNewApplication(UUID tenantId) {
        boolean keepsSecret = confidential == null || confidential;
        return new NewApplication(
                tenantId,
                name,
                description,
                clientId,
                null,
                keepsSecret,
                grants(keepsSecret),
                Given.set("scopes", scopes),
                Given.list("redirectUris", redirectUris),
                accessTokenSeconds,
                Boolean.TRUE.equals(selfRegistration),
                Given.map(customData));
    }

    private Set<GrantType> grants(boolean keepsSecret) {
        if (grantTypes == null) {
            return keepsSecret ? Set.of(GrantType.CLIENT_CREDENTIALS) : Set.of();
        }
        return Given.grantTypes(Given.list("grantTypes", grantTypes));
    }
}

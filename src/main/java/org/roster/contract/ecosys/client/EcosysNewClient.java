package org.roster.contract.ecosys.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Scopes;
import org.roster.constraint.SingleLine;
import org.roster.contract.ecosys.EcosysMissing;
import org.roster.directory.application.NewApplication;

/** The body of {@code POST /api/clients}. The original has no {@code scope}: scopes are set there by hand. */
@Schema(name = "EcosysNewClient")
@JsonIgnoreProperties(ignoreUnknown = true)
public record EcosysNewClient(
        @Schema(required = true, examples = "My Account")
        @JsonProperty("client_name")
        @NotEmpty(message = EcosysMissing.CLIENT)
        @Size(max = 80, message = "client_name must have at most 80 characters.")
        @SingleLine(message = "client_name must be one line of visible characters.")
        String clientName,

        @Schema(required = true, examples = "https://my-account.example.com/callback")
        @JsonProperty("redirect_uri")
        @NotEmpty(message = EcosysMissing.CLIENT)
        String redirectUri,

        @Schema(required = true, examples = "client_credentials,refresh_token")
        @JsonProperty("grant_types")
        @NotEmpty(message = EcosysMissing.CLIENT)
        String grantTypes,

        @Schema(required = true) @JsonProperty("is_confidential") @NotNull(message = EcosysMissing.CLIENT)
        Boolean confidential,

        @Schema(description = "Scopes, separated by spaces, which the caller must hold itself") @Nullable
        String scope) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Identifier and secret have the lengths of the original's columns: 40 and 80 hexadecimal digits. */
    NewApplication toNewApplication(UUID tenant) {
        return new NewApplication(
                tenant,
                clientName,
                null,
                hex(20),
                confidential ? hex(40) : null,
                confidential,
                EcosysGrantTypes.parse(grantTypes),
                Scopes.split(scope == null ? "" : scope),
                List.of(redirectUri),
                null,
                false,
                Map.of());
    }

    private static String hex(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}

package org.roster.contract.ecosys.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Scopes;
import org.roster.constraint.SingleLine;
import org.roster.contract.ecosys.Given;
import org.roster.directory.application.ApplicationChange;

/** The body of {@code PATCH /api/clients/{client_id}}; empty members change nothing. */
@Schema(name = "EcosysClientChange", description = "Any of these members; empty ones change nothing.")
@JsonIgnoreProperties(ignoreUnknown = true)
public record EcosysClientChange(
        @JsonProperty("client_name")
        @Size(max = 80, message = "client_name must have at most 80 characters.")
        @SingleLine(message = "client_name must be one line of visible characters.")
        @Nullable
        String clientName,

        @JsonProperty("redirect_uri") @Nullable String redirectUri,
        @JsonProperty("grant_types") @Nullable String grantTypes,
        @Nullable String scope) {

    public EcosysClientChange {
        clientName = Given.text(clientName);
        redirectUri = Given.text(redirectUri);
        grantTypes = Given.text(grantTypes);
        scope = Given.text(scope);
    }

    ApplicationChange toChange() {
        return new ApplicationChange()
                .name(Given.field(clientName))
                .grantTypes(Given.field(grantTypes).map(EcosysGrantTypes::parse))
                .scopes(Given.field(scope).map(Scopes::split))
                .redirectUris(Given.field(redirectUri).map(List::of));
    }
}

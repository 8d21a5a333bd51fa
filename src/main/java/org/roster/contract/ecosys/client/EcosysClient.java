package org.roster.contract.ecosys.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Scopes;
import org.roster.directory.application.Application;
import org.roster.directory.application.IssuedApplication;

/** A client as this contract shows it; an application of the directory. */
@Schema(name = "EcosysClient")
public record EcosysClient(
        @JsonProperty("client_id") String clientId,
        @JsonProperty("client_name") String clientName,

        @Schema(description = "The first, if there are several") @JsonProperty("redirect_uri") @Nullable
        String redirectUri,

        @Schema(examples = "client_credentials,refresh_token") @JsonProperty("grant_types")
        String grantTypes,

        @JsonProperty("is_confidential") boolean confidential,
        String scope) {

    static EcosysClient of(Application application) {
        return new EcosysClient(
                application.clientId(),
                application.name(),
                firstRedirect(application),
                EcosysGrantTypes.join(application.grantTypes()),
                application.confidential(),
                Scopes.join(application.scopes()));
    }

    private static @Nullable String firstRedirect(Application application) {
        return application.redirectUris().isEmpty()
                ? null
                : application.redirectUris().get(0);
    }

    /** A client with a secret that was just made: the five members of the published answer. */
    @Schema(name = "EcosysIssuedClient")
    public record Issued(
            @JsonProperty("client_id") String clientId,

            @Schema(description = "Shown this once; null for a public client") @JsonProperty("client_secret") @Nullable
            String clientSecret,

            @JsonProperty("client_name") String clientName,
            @JsonProperty("redirect_uri") @Nullable String redirectUri,
            @JsonProperty("grant_types") String grantTypes) {

        static Issued of(IssuedApplication issued) {
            var application = issued.application();
            return new Issued(
                    application.clientId(),
                    issued.secret(),
                    application.name(),
                    firstRedirect(application),
                    EcosysGrantTypes.join(application.grantTypes()));
        }

        @Override
        public String toString() {
            return "Issued[" + clientId + "]"; // never the secret
        }
    }

    /** The envelope of one client. */
    @Schema(name = "EcosysClientReply")
    public record Reply(@Schema(examples = "success") String status, EcosysClient client) {

        static Reply of(Application application) {
            return new Reply("success", EcosysClient.of(application));
        }
    }

    /** The envelope of a client with its new secret. */
    @Schema(name = "EcosysIssuedClientReply")
    public record IssuedReply(
            @Schema(examples = "success") String status,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String message,

            Issued client) {

        static IssuedReply of(String message, IssuedApplication issued) {
            return new IssuedReply("success", message, Issued.of(issued));
        }
    }

    /** The envelope of all clients; it is streamed. */
    @Schema(name = "EcosysClientsReply")
    public record ListReply(@Schema(examples = "success") String status, List<EcosysClient> clients) {}
}

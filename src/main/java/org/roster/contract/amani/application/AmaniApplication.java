package org.roster.contract.amani.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.directory.application.Application;
import org.roster.directory.application.IssuedApplication;

/**
 * An application. It gets tokens at {@code /oauth2/token} by its {@code client_id} and secret.
 *
 * @param clientSecret only in the answer to its making
 */
@Schema(name = "AmaniApplication")
public record AmaniApplication(
        UUID id,

        @Schema(examples = "Back office") String name,

        String description,

        @JsonProperty("client_id") String clientId,

        @Schema(description = "Shown once, when the application is made")
        @JsonProperty("client_secret")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String clientSecret,

        @Schema(description = "What its tokens may do", examples = "[\"view_user\"]")
        List<String> permissions,

        @JsonProperty("is_active") boolean active) {

    static AmaniApplication of(Application application) {
        return of(application, null);
    }

    static AmaniApplication of(IssuedApplication issued) {
        return of(issued.application(), issued.secret());
    }

    private static AmaniApplication of(Application application, @Nullable String secret) {
        return new AmaniApplication(
                application.id(),
                application.name(),
                Objects.requireNonNullElse(application.description(), ""),
                application.clientId(),
                secret,
                application.scopes().stream().sorted().toList(),
                application.active());
    }

    @Override
    public String toString() {
        return "AmaniApplication[" + id + "]"; // never the secret
    }
}

package org.roster.contract.econtext.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /authenticate}. What lacks something is a log-in that fails like one with a wrong password: the
 * answer never tells why.
 */
@Schema(
        name = "EcontextLogIn",
        requiredProperties = {"type", "credential", "application"})
public record EcontextLogIn(
        @Schema(examples = "username", description = "username or apikey")
        String type,

        EcontextPair credential,

        @Schema(description = "The id of the application that is logged in to")
        String application,

        @Schema(description = "Where the person comes from; 20 failures from there stop it for five minutes")
        @JsonProperty("ip_address")
        @Nullable
        String ipAddress) {

    /** A user name or e-mail address and a password, or an API key's id and secret. */
    @Schema(name = "EcontextPair")
    public record EcontextPair(
            @Schema(examples = "test-user@econtext.ai") String username,

            @Schema(format = "password", examples = "a new password")
            String password) {

        @Override
        public String toString() {
            return "EcontextPair"; // never the password
        }
    }

    /** The log-in that a body wishes; empty when it is none. */
    static Optional<EcontextLogIn> read(JsonNode body) {
        var type = body.path("type");
        var username = body.path("credential").path("username");
        var password = body.path("credential").path("password");
        var application = body.path("application");
        if (!Stream.of(type, username, password, application).allMatch(JsonNode::isTextual)) {
            return Optional.empty();
        }
        var pair = new EcontextPair(username.textValue(), password.textValue());
        var address = body.path("ip_address");
        return Optional.of(new EcontextLogIn(
                type.textValue(), pair, application.textValue(), address.isTextual() ? address.textValue() : null));
    }
}

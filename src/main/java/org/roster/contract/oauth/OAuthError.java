package org.roster.contract.oauth;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Locale;
import org.roster.token.GrantError;
import org.roster.token.GrantRefusal;

/** An error of the token and revocation endpoints (RFC 6749 section 5.2, RFC 7009 section 2.2.1). */
public record OAuthError(
        String error, @JsonProperty("error_description") String description) {

    static Response answer(GrantRefusal refusal) {
        boolean client = refusal.error() == GrantError.INVALID_CLIENT;
        var response = Response.status(client ? Status.UNAUTHORIZED : Status.BAD_REQUEST)
                .entity(new OAuthError(
                        refusal.error().name().toLowerCase(Locale.ROOT), OAuthContract.ascii(refusal.detail())));
        if (client) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"roster\"");
        }
        return response.build();
    }
}

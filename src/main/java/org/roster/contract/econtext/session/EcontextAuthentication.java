package org.roster.contract.econtext.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.contract.econtext.user.EcontextUser;

/**
 * Whether a credential is good.
 *
 * @param user null when it is not
 * @param accessToken what the application can show of the log-in; left out when it is not
 */
@Schema(name = "EcontextAuthentication")
public record EcontextAuthentication(
        boolean authenticated,
        @Nullable EcontextUser user,

        @Schema(description = "A JWT for the application, signed with ES256; only for a good credential")
        @JsonProperty("access_token")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String accessToken) {

    static final EcontextAuthentication FAILED = new EcontextAuthentication(false, null, null);

    @Override
    public String toString() {
        return "EcontextAuthentication[" + authenticated + "]"; // never the token
    }
}

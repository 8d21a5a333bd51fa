package org.roster.contract.ecosys.token;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * How a client says who it is: by HTTP Basic or in the form. As in league/oauth2-server 8.4 the form goes before the
 * header, and the pair of Basic is taken as it is, without the form-decoding of RFC 6749 section 2.3.1.
 */
record EcosysClientCredentials(String id, @Nullable String secret) {

    /** @throws org.roster.token.GrantRefusal when neither names a client */
    static EcosysClientCredentials of(@Nullable String authorization, TokenParameters form) {
        var basic = basic(authorization);
        var id = form.get("client_id");
        var secret = form.get("client_secret");
        if (basic != null) {
            return new EcosysClientCredentials(id == null ? basic.id() : id, secret == null ? basic.secret() : secret);
        }
        return new EcosysClientCredentials(form.require("client_id"), secret);
    }

    private static @Nullable EcosysClientCredentials basic(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return null;
        }
        try {
            var pair = new String(
                    Base64.getDecoder().decode(authorization.substring(6).strip()), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? null : new EcosysClientCredentials(pair.substring(0, colon), pair.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            return null; // not base64
        }
    }

    @Override
    public String toString() {
        return "EcosysClientCredentials[" + id + "]";
    }
}

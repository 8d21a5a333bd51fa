package org.roster.contract.oauth;

import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.roster.token.GrantError;
import org.roster.token.GrantRefusal;

/** How a client says who it is: HTTP Basic or two form parameters, not both (RFC 6749 section 2.3). */
record ClientCredentials(String id, @Nullable String secret) {

    static ClientCredentials of(@Nullable String authorization, MultivaluedMap<String, String> form) {
        var id = form.getFirst("client_id");
        var secret = form.getFirst("client_secret");
        if (authorization == null) {
            if (id == null || id.isEmpty()) {
                throw new GrantRefusal(GrantError.INVALID_CLIENT, "the client did not authenticate", "client_id");
            }
            return new ClientCredentials(id, secret);
        }
        var basic = ofBasic(authorization);
        if (secret != null || id != null && !id.equals(basic.id())) {
            throw new GrantRefusal(
                    GrantError.INVALID_REQUEST, "the client authenticates in more than one way", "client_id");
        }
        return basic;
    }

    /** @throws GrantRefusal for a form that gives a parameter more than once (RFC 6749 section 3.2) */
    static void checkOnce(MultivaluedMap<String, String> form) {
        form.forEach((name, values) -> {
            if (values.size() > 1) {
                throw new GrantRefusal(
                        GrantError.INVALID_REQUEST, "a parameter is given more than once (RFC 6749 section 3.2)", name);
            }
        });
    }

    /** The user name and password of Basic are form-encoded here (section 2.3.1). */
    private static ClientCredentials ofBasic(String authorization) {
        if (authorization.toLowerCase(Locale.ROOT).startsWith("basic ")) {
            try {
                var pair = new String(
                        Base64.getDecoder().decode(authorization.substring(6).strip()), StandardCharsets.UTF_8);
                int colon = pair.indexOf(':');
                if (colon > 0) {
                    return new ClientCredentials(decode(pair.substring(0, colon)), decode(pair.substring(colon + 1)));
                }
            } catch (IllegalArgumentException e) {
                // neither base64 nor form-encoded: refused below
            }
        }
        throw new GrantRefusal(GrantError.INVALID_CLIENT, "the Authorization header is not a Basic credential", null);
    }

    private static String decode(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "ClientCredentials[" + id + "]";
    }
}

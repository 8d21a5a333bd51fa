package org.roster.token;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The claims of a verified token in the form that MicroProfile JWT gives them. */
final class VerifiedToken implements JsonWebToken {

    private final String raw;
    private final JWTClaimsSet claims;

    VerifiedToken(String raw, JWTClaimsSet claims) {
        this.raw = raw;
        this.claims = claims;
    }

    @Override
    public String getName() {
        return String.valueOf(claims.getClaim("client_id"));
    }

    @Override
    public Set<String> getClaimNames() {
        return claims.getClaims().keySet();
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <T> @Nullable T getClaim(String name) {
        Object value = name.equals("raw_token") ? raw : claims.getClaim(name);
        if (value instanceof Date time) {
            value = time.toInstant().getEpochSecond();
        } else if (value instanceof Collection<?> all) {
            value = new LinkedHashSet<>(all);
        } else if (name.equals("aud") && value != null) {
            value = Set.of(value);
        }
        return (T) value;
    }

    @Override
    public String toString() {
        return "VerifiedToken"; // never the token
    }
}

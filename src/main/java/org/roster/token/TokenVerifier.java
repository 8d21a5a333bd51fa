package org.roster.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.roster.persistence.Remembered;
import org.roster.persistence.Violations;
import org.roster.system.PublicAddress;

/**
 * Verifies access tokens that MicroProfile JWT has not: those that come in another place than the Authorization header, and
 * all of them on a server that leaves it to the application (decision 024). ES256 by one of our own keys, our issuer, and the times (RFC 8725). {@link BearerCheck} asks the rest, as of any token.
 */
@ApplicationScoped
class TokenVerifier {

    private static final int MAX_LENGTH = 16_384;
    private static final Duration SKEW = Duration.ofSeconds(30);

    /** Public keys by their id; an unknown id is looked up again, but not by everybody at once. */
    private final Remembered<String, Optional<ECKey>> known = new Remembered<>(1000, Duration.ofSeconds(10));

    @Inject
    SigningKeys keys;

    @Inject
    PublicAddress publicAddress;

    @Inject
    Clock clock;

    /** The token's claims, if it is one of ours and neither over nor ahead of its time. */
    Optional<JsonWebToken> verify(String raw) {
        if (raw.isEmpty() || raw.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            var jwt = SignedJWT.parse(raw);
            var kid = jwt.getHeader().getKeyID();
            var key = kid == null || kid.length() > 64
                    ? null
                    : known.get(kid, this::read).orElse(null);
            if (key == null || !jwt.verify(new ECDSAVerifier(key))) {
                return Optional.empty();
            }
            var claims = jwt.getJWTClaimsSet();
            return timely(claims) && publicAddress.url().equals(claims.getIssuer())
                    ? Optional.of(new VerifiedToken(raw, claims))
                    : Optional.empty();
        } catch (ParseException | JOSEException | RuntimeException e) {
            if (e instanceof RuntimeException away && Violations.unreachable(e)) {
                throw away; // the token may well be a good one
            }
            return Optional.empty();
        }
    }

    private boolean timely(JWTClaimsSet claims) {
        var now = clock.instant();
        var end = claims.getExpirationTime();
        return end != null
                && Date.from(now.minus(SKEW)).before(end)
                && notAfter(claims.getNotBeforeTime(), Date.from(now.plus(SKEW)));
    }

    private static boolean notAfter(@Nullable Date time, Date latest) {
        return time == null || !time.after(latest);
    }

    private Optional<ECKey> read(String kid) {
        return keys.published().stream()
                .filter(key -> key.kid().equals(kid))
                .findFirst()
                .map(key -> {
                    try {
                        return ECKey.parse(key.publicJwk());
                    } catch (ParseException e) {
                        throw new IllegalStateException("the signing key " + kid + " cannot be read", e);
                    }
                });
    }
}

package org.roster.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Scopes;
import org.roster.directory.application.Client;
import org.roster.directory.user.User;
import org.roster.persistence.Shared;
import org.roster.system.Ids;
import org.roster.system.PublicAddress;
import org.roster.tally.Counted;
import org.roster.tally.Tally;

/** Makes access tokens: RFC 9068, signed with ES256. */
@ApplicationScoped
class AccessTokens {

    private static final JOSEObjectType AT_JWT = new JOSEObjectType("at+jwt");

    @Inject
    SigningKeys keys;

    @Inject
    TokenSettings settings;

    @Inject
    PublicAddress publicAddress;

    @Inject
    Clock clock;

    @Inject
    @Shared
    Clock shared;

    @Inject
    Tally tally;

    /** An access token and its life in seconds. */
    record Made(String token, long expiresIn) {}

    Made make(Client client, @Nullable User user, Set<String> scopes, TokenProfile profile) {
        var life = life(client, profile);
        var now = clock.instant();
        var claims = new JWTClaimsSet.Builder();
        profile.claims().forEach(claims::claim); // first, so that none takes the place of what Roster reads
        claims.issuer(publicAddress.url())
                .audience(profile.audienceIsClient() ? client.clientId() : publicAddress.url())
                .subject(String.valueOf(profile.claims().getOrDefault("sub", subject(client, user, profile))))
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life)))
                .jwtID(id())
                .claim("client_id", client.clientId())
                .claim("tenant", client.tenant().toString())
                .claim("scope", Scopes.join(scopes))
                // What MicroProfile JWT reads roles from.
                .claim("groups", groups(scopes, profile));
        if (user != null) {
            claims.claim("user", user.id().toString());
        }
        if (profile.scopeList()) {
            claims.claim("scopes", List.copyOf(scopes));
        }
        var token = sign(AT_JWT, claims.build());
        tally.count(Counted.TOKEN_ISSUED);
        return new Made(token, life.toSeconds());
    }

    /** A token that tells one reader about one user, and is no access token. */
    String statement(String audience, String subject, Map<String, Object> more) {
        var now = clock.instant();
        var claims = new JWTClaimsSet.Builder();
        more.forEach(claims::claim); // first, so that none takes the place of a registered one
        claims.issuer(publicAddress.url())
                .audience(audience)
                .subject(subject)
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plus(SigningKeys.LONGEST_TOKEN)))
                .jwtID(id());
        return sign(JOSEObjectType.JWT, claims.build());
    }

    /** It has the moment in it that {@link BearerCheck} compares with the end of sessions, which another node may have written. */
    private String id() {
        return Ids.at(shared.instant()).toString();
    }

    /** Words of the profile's own may stand beside the scopes, but for those that Roster would take for rights. */
    private static List<String> groups(Set<String> scopes, TokenProfile profile) {
        var groups = new LinkedHashSet<>(scopes);
        if (profile.claims().get("groups") instanceof Collection<?> more) {
            more.forEach(word -> {
                if (word instanceof String text && !Scopes.enforced(text)) {
                    groups.add(text);
                }
            });
        }
        return List.copyOf(groups);
    }

    private Duration life(Client client, TokenProfile profile) {
        var wanted = profile.life();
        if (client.accessTokenSeconds() != null) {
            wanted = Duration.ofSeconds(client.accessTokenSeconds());
        } else if (wanted == null) {
            wanted = settings.accessTokenLife();
        }
        return wanted.compareTo(SigningKeys.LONGEST_TOKEN) > 0 ? SigningKeys.LONGEST_TOKEN : wanted;
    }

    private static String subject(Client client, @Nullable User user, TokenProfile profile) {
        if (profile.subjectIsUsername()) {
            return user == null ? "" : user.username();
        }
        return user == null ? client.clientId() : user.id().toString();
    }

    private String sign(JOSEObjectType type, JWTClaimsSet claims) {
        var signer = keys.current();
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(type)
                .keyID(signer.kid())
                .build();
        var jwt = new SignedJWT(header, claims);
        try {
            jwt.sign(new ECDSASigner(signer.key()));
        } catch (JOSEException e) {
            throw new IllegalStateException("a token cannot be signed", e);
        }
        return jwt.serialize();
    }
}

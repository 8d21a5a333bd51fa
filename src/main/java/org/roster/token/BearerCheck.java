package org.roster.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import java.text.ParseException;
import java.time.Clock;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Scopes;
import org.roster.directory.Standing;
import org.roster.directory.Standings;
import org.roster.directory.application.Client;
import org.roster.directory.application.Clients;
import org.roster.directory.tenant.TenantService;
import org.roster.persistence.Shared;
import org.roster.system.Ids;
import org.roster.system.PublicAddress;

/**
 * What Roster asks of a bearer token once its signature, issuer and times are verified, by MicroProfile JWT
 * or by {@link TokenVerifier}: that it is an
 * access token (RFC 9068 section 4), meant for this Roster, not taken back, and that its client and user are still in
 * use. Rights that they have lost since are left out.
 */
@ApplicationScoped
public class BearerCheck {

    private static final long SKEW_SECONDS = 60;
    private static final Set<String> HEADER_MEMBERS = Set.of("alg", "typ", "kid");

    /** Token headers differ by their key id only; each is read once. */
    private final Cache<String, Boolean> headers =
            Caffeine.newBuilder().maximumSize(1000).build();

    @Inject
    TokenVerifier verifier;

    @Inject
    Clients clients;

    @Inject
    TenantService tenants;

    @Inject
    Standings standings;

    @Inject
    Revocations revocations;

    @Inject
    TokenSettings settings;

    @Inject
    PublicAddress publicAddress;

    @Inject
    Clock clock;

    @Inject
    @Shared
    Clock shared;

    /** The verdicts on a token. */
    public enum Verdict {
        GOOD,
        INVALID,
        REVOKED,
        /** Good for the second step of its log-in and for nothing else. */
        FIRST_STEP
    }

    /**
     * The verdict and, for a good token, who it speaks for.
     *
     * @param application the client's application
     * @param user the person on whose behalf it acts, or null
     */
    public record Checked(
            Verdict verdict,
            @Nullable UUID tenant,
            @Nullable UUID application,
            @Nullable UUID user,
            String clientId,
            Set<String> scopes) {

        public static Checked no(Verdict verdict) {
            return new Checked(verdict, null, null, null, "", Set.of());
        }
    }

    /** Checks a token that MicroProfile JWT has verified. */
    public Checked check(JsonWebToken jwt) {
        var clientId = text(jwt, "client_id");
        var tenant = uuid(jwt, "tenant");
        if (clientId == null || tenant == null || !accessToken(jwt, clientId)) {
            return Checked.no(Verdict.INVALID);
        }
        if (revocations.contains(jwt.getTokenID())) {
            return Checked.no(Verdict.REVOKED);
        }
        if (tenants.ended(tenant, Ids.instant(jwt.getTokenID()))) {
            return Checked.no(Verdict.REVOKED);
        }
        var client = clients.of(tenant, clientId).orElse(null);
        if (client == null || !client.active() || !client.tenant().equals(tenant)) {
            return Checked.no(Verdict.INVALID);
        }
        var scopes = new HashSet<>(Objects.requireNonNullElse(jwt.getGroups(), Set.of()));
        if (!client.firstParty()) {
            scopes.retainAll(client.scopes());
        }
        var user = uuid(jwt, "user");
        if (user != null) {
            var standing = standings.ofUser(tenant, user);
            if (!standing.active()) {
                return Checked.no(Verdict.INVALID);
            }
            if (standing.ended(Ids.instant(jwt.getTokenID()))) {
                return Checked.no(Verdict.REVOKED);
            }
            narrow(scopes, standing, client);
        }
        var verdict = text(jwt, TokenProfile.STEP) == null ? Verdict.GOOD : Verdict.FIRST_STEP;
        return new Checked(verdict, tenant, client.application(), user, clientId, scopes);
    }

    private void narrow(Set<String> scopes, Standing standing, Client client) {
        if (client.firstParty() || !settings.passwordGrantGivesClientScopes()) {
            scopes.removeIf(scope -> !Scopes.personal().contains(scope)
                    && !standing.permissions().contains(scope));
        }
    }

    /** Checks a token that nobody has looked at yet: its signature, its issuer and its times, and then all the rest. */
    public Checked check(String raw) {
        return verifier.verify(raw).map(this::check).orElseGet(() -> Checked.no(Verdict.INVALID));
    }

    /** A token's claims, if its signature, issuer and times are good; {@link #check(String)} asks the rest. */
    public Optional<JsonWebToken> verified(String raw) {
        return verifier.verify(raw);
    }

    private boolean accessToken(JsonWebToken jwt, String clientId) {
        var audience = jwt.getAudience();
        boolean forUs = audience != null && (audience.contains(publicAddress.url()) || audience.contains(clientId));
        return forUs
                && jwt.getTokenID() != null
                && !over(jwt.getExpirationTime())
                && jwt.getIssuedAtTime() <= clock.instant().getEpochSecond() + SKEW_SECONDS
                && publicAddress.url().equals(jwt.getIssuer())
                && goodHeader(jwt.getRawToken());
    }

    /** By whichever clock is ahead: rows of tokens that were taken back go when they are over by the one that all nodes share. */
    private boolean over(long end) {
        return end + SKEW_SECONDS < clock.instant().getEpochSecond()
                || end + SKEW_SECONDS < shared.instant().getEpochSecond();
    }

    /** Only what Roster itself writes: ES256, at+jwt and a key id, and nothing that would have to be understood. */
    private boolean goodHeader(String raw) {
        int end = raw.indexOf('.');
        return end > 0 && end < 512 && headers.get(raw.substring(0, end), BearerCheck::readHeader);
    }

    private static boolean readHeader(String encoded) {
        try {
            var header = JWSHeader.parse(new Base64URL(encoded));
            return JWSAlgorithm.ES256.equals(header.getAlgorithm())
                    && header.getType() != null
                    && "at+jwt".equalsIgnoreCase(header.getType().getType())
                    && header.getKeyID() != null
                    && HEADER_MEMBERS.equals(header.getIncludedParams());
        } catch (ParseException | RuntimeException e) {
            return false;
        }
    }

    static @Nullable UUID uuid(JsonWebToken jwt, String claim) {
        var text = text(jwt, claim);
        return text == null ? null : Ids.parse(text).orElse(null);
    }

    static @Nullable String text(JsonWebToken jwt, String claim) {
        // Implementations give a text claim as a String or as a JSON string.
        Object value = jwt.getClaim(claim);
        if (value instanceof JsonString json) {
            return json.getString();
        }
        return value instanceof String text ? text : null;
    }
}

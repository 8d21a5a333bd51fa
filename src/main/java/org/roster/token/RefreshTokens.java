package org.roster.token;

import static java.lang.Boolean.TRUE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.caller.Source;
import org.roster.credential.Secrets;
import org.roster.directory.application.Client;
import org.roster.directory.user.User;
import org.roster.event.Change;
import org.roster.event.Changes;
import org.roster.event.Facts;
import org.roster.persistence.Shared;
import org.roster.persistence.Transactions;

/**
 * Refresh tokens with rotation: each is good once. A second use means that two parties hold it, so its whole family is
 * revoked (RFC 9700 section 4.14.2). The family's end is fixed when it begins.
 */
@ApplicationScoped
class RefreshTokens {

    /** How long a family lives. */
    static final Duration LIFE = Duration.ofDays(30);

    /** As many families does a user have (R43); who logs in once more loses the one that was renewed the longest ago. */
    static final int MOST = 100;

    /** Of who has many more, from before there was this bound, a log-in ends so many. */
    private static final int MOST_ENDED = 50;

    @PersistenceContext
    EntityManager em;

    @Inject
    Secrets secrets;

    @Inject
    Transactions transactions;

    @Inject
    Changes changes;

    @Inject
    TokenSweeper sweeper;

    @Inject
    @Shared
    Clock clock;

    /** What became of an attempt to use a token. */
    enum Outcome {
        ROTATED,
        /** The token is good and stays so. */
        KEPT,
        UNKNOWN,
        OTHER_CLIENT,
        EXPIRED,
        REVOKED,
        /** More was asked for than the first grant had; the token is still good. */
        WIDER
    }

    /**
     * The outcome; for {@link Outcome#ROTATED} whose token it was and the one that follows it.
     *
     * @param scopes those that the first grant had, where the token is good
     */
    record Rotation(
            Outcome outcome,
            @Nullable UUID user,
            Set<String> scopes,
            @Nullable String next) {

        static Rotation failed(Outcome outcome) {
            return new Rotation(outcome, null, Set.of(), null);
        }
    }

    /** The first token of a new family. */
    String begin(Client client, User user, Set<String> scopes) {
        return transactions.write(() -> {
            var now = clock.instant();
            endBeyond(MOST - 1, user.id(), now);
            return add(UUID.randomUUID(), client, user.id(), scopes, now, now.plus(LIFE));
        });
    }

    /**
     * Before the new one is there, and the oldest first, as everything else goes through a user's families: so none waits for a row of
     * who waits for its own. Of log-ins at the same instant none sees the others' families; the next one ends what they were too many.
     */
    private void endBeyond(int most, UUID user, Instant now) {
        var good = " from RefreshToken r where r.userId = :user and r.usedAt is null and r.revokedAt is null"
                + " and r.expiresAt > :now";
        long beyond = em.createQuery("select count(r)" + good, Long.class)
                        .setParameter("user", user)
                        .setParameter("now", now)
                        .getSingleResult()
                - most;
        if (beyond > 0) {
            em.createQuery("select r.familyId" + good + " order by r.createdAt", UUID.class)
                    .setParameter("user", user)
                    .setParameter("now", now)
                    .setMaxResults((int) Math.min(beyond, MOST_ENDED))
                    .getResultList()
                    .forEach(family -> revokeFamily(family, now));
        }
    }

    /**
     * Uses a token and makes its successor; of several uses at the same instant one succeeds.
     *
     * @param requested a part of the scopes that the first grant had, or null for all of them
     */
    Rotation rotate(Source from, Client client, String token, @Nullable Set<String> requested) {
        var hash = secrets.hash(token);
        return transactions.write(() -> {
            var row = em.find(RefreshToken.class, hash);
            if (row == null) {
                return Rotation.failed(Outcome.UNKNOWN);
            }
            if (!row.applicationId().equals(client.application())) {
                return Rotation.failed(Outcome.OTHER_CLIENT);
            }
            var now = clock.instant();
            if (row.revoked()) {
                return Rotation.failed(Outcome.REVOKED);
            }
            if (!row.expiresAt().isAfter(now)) {
                return Rotation.failed(Outcome.EXPIRED);
            }
            if (requested != null && !row.scopes().containsAll(requested)) {
                // Before it is used up: a slip in the request must not cost the user the session.
                return new Rotation(Outcome.WIDER, null, row.scopes(), null);
            }
            if (!use(hash, now)) {
                em.refresh(row);
                if (!row.used()) { // ended meanwhile, which is no second use
                    return Rotation.failed(Outcome.REVOKED);
                }
                revokeFamily(row.familyId(), now);
                reused(from, client, row.userId());
                return Rotation.failed(Outcome.REVOKED);
            }
            var next = add(row.familyId(), client, row.userId(), row.scopes(), now, row.expiresAt());
            return new Rotation(Outcome.ROTATED, row.userId(), row.scopes(), next);
        });
    }

    private void reused(Source from, Client client, UUID user) {
        var roster = Caller.system(client.tenant(), from).onBehalfOf(user);
        var facts = Facts.of("client", client.clientId())
                .and("address", from.address())
                .map();
        changes.happened(roster, client.tenant(), "user.refresh_token_reused", "user", user, facts);
    }

    /**
     * Looks at a token without using it up, for contracts whose clients keep the one that they were given.
     *
     * @param life how long it is good for that
     */
    Rotation keep(Client client, String token, Duration life) {
        var row = em.find(RefreshToken.class, secrets.hash(token));
        if (row == null) {
            return Rotation.failed(Outcome.UNKNOWN);
        }
        if (!row.applicationId().equals(client.application())) {
            return Rotation.failed(Outcome.OTHER_CLIENT);
        }
        if (row.spent()) {
            return Rotation.failed(Outcome.REVOKED);
        }
        return row.createdAt().plus(life).isAfter(clock.instant())
                ? new Rotation(Outcome.KEPT, row.userId(), row.scopes(), null)
                : Rotation.failed(Outcome.EXPIRED);
    }

    /** A user's tokens are over when the user has a new password, or when more is demanded of it than it has shown. */
    void onChange(@Observes Change change) {
        var now = change.after();
        boolean over = now.containsKey("passwordChangedAt")
                || TRUE.equals(now.get("resetPassword"))
                || TRUE.equals(now.get("resetSecondFactor"))
                || TRUE.equals(now.get("mfa"));
        if (over && change.type().equals("user.updated")) {
            em.createQuery(
                            "update RefreshToken r set r.revokedAt = :now where r.userId = :user and r.revokedAt is null")
                    .setParameter("now", clock.instant())
                    .setParameter("user", change.subject())
                    .executeUpdate();
        }
    }

    /** Revokes a token of a tenant with its family; whether there was anything to revoke. */
    boolean revoke(UUID tenant, String token) {
        return revoke(token, row -> row.tenantId().equals(tenant));
    }

    /** The same for a client, which can revoke its own tokens only. */
    boolean revoke(Client client, String token) {
        return revoke(token, row -> row.applicationId().equals(client.application()));
    }

    private boolean revoke(String token, Predicate<RefreshToken> whose) {
        return transactions.write(() -> {
            var row = em.find(RefreshToken.class, secrets.hash(token));
            return row != null && whose.test(row) && revokeFamily(row.familyId(), clock.instant()) > 0;
        });
    }

    private String add(UUID family, Client client, UUID user, Set<String> scopes, Instant now, Instant expiresAt) {
        var token = secrets.next();
        em.persist(new RefreshToken(
                secrets.hash(token), family, client.tenant(), client.application(), user, scopes, now, expiresAt));
        em.flush();
        sweeper.now();
        return token;
    }

    private boolean use(String hash, Instant now) {
        return em.createQuery("update RefreshToken r set r.usedAt = :now"
                                + " where r.tokenHash = :hash and r.usedAt is null and r.revokedAt is null")
                        .setParameter("now", now)
                        .setParameter("hash", hash)
                        .executeUpdate()
                == 1;
    }

    private int revokeFamily(UUID family, Instant now) {
        return em.createQuery(
                        "update RefreshToken r set r.revokedAt = :now where r.familyId = :family and r.revokedAt is null")
                .setParameter("now", now)
                .setParameter("family", family)
                .executeUpdate();
    }
}

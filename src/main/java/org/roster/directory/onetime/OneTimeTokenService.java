package org.roster.directory.onetime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.credential.Secrets;
import org.roster.event.Changes;
import org.roster.event.Facts;
import org.roster.persistence.Shared;
import org.roster.persistence.Transactions;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/** Issues and redeems one-time tokens: 256 random bits, bound to a user and a purpose, good once and for a while (R36). */
@ApplicationScoped
public class OneTimeTokenService {

    /** Whom a refused token would have been for, as far as the audit trail is concerned. */
    private static final UUID NOBODY = new UUID(0, 0);

    @Inject
    OneTimeTokenRepository tokens;

    @Inject
    Secrets secrets;

    @Inject
    Transactions transactions;

    @Inject
    Changes changes;

    @Inject
    OneTimeTokenSweeper sweeper;

    @Inject
    @Shared
    Clock clock;

    /**
     * A token that is good, and what it is good for.
     *
     * @param detail what it was made with
     * @param mailed whether it went out by mail and by no other way
     */
    public record Ticket(
            UUID user, Purpose purpose, @Nullable String detail, boolean mailed) {}

    /**
     * Makes a token for a user of the tenant.
     *
     * @return the token itself, which is kept nowhere
     */
    public String issue(Caller caller, UUID tenant, UUID user, Purpose purpose, Duration life) {
        return issue(caller, tenant, user, purpose, null, false, life);
    }

    /**
     * The same in place of all tokens that the user has for this purpose; those are good no more.
     *
     * @param detail what the step is about beyond the user, without secrets, or null
     */
    public String replace(
            Caller caller, UUID tenant, UUID user, Purpose purpose, @Nullable String detail, Duration life) {
        return transactions.write(() -> {
            tokens.remove(tenant, user, purpose);
            return issue(caller, tenant, user, purpose, detail, false, life);
        });
    }

    /**
     * The same for a token that goes out by mail and by no other way: it proves the address when it comes back.
     *
     * @param beside whether the tokens that the user has for this purpose stay good; whichever is used first voids the others
     */
    public String mail(
            Caller caller,
            UUID tenant,
            UUID user,
            Purpose purpose,
            @Nullable String detail,
            boolean beside,
            Duration life) {
        return transactions.write(() -> {
            if (!beside) {
                tokens.remove(tenant, user, purpose);
            }
            return issue(caller, tenant, user, purpose, detail, true, life);
        });
    }

    /**
     * Makes no token, and takes as long as {@link #replace} takes, so that the time of an answer does not tell whether
     * there is anybody to make one for (R32). The asking leaves its trace.
     */
    public void refuse(Caller caller, UUID tenant, Purpose purpose) {
        secrets.hash(secrets.next());
        transactions.run(() -> {
            tokens.remove(tenant, NOBODY, purpose);
            var facts = Facts.of("purpose", purpose).map();
            changes.happened(caller, tenant, "user.one_time_token_refused", "user", NOBODY, facts);
        });
    }

    /** A good token, and the tenant of the user whom it was made for. */
    public record Held(UUID tenant, Ticket ticket) {}

    /**
     * Whose token it is, without using it up. Here no tenant comes first: whoever follows the link of a mail has nothing but
     * the token, whose 256 random bits are nobody else's in any tenant. It is the credential, and tells where it is one.
     *
     * @return nothing when it is unknown, over, used or made for another purpose
     */
    public Optional<Held> whose(String token, Set<Purpose> purposes) {
        return tokens.byHash(secrets.hash(token))
                .filter(row -> row.good(clock.instant()) && purposes.contains(row.purpose()))
                .map(row ->
                        new Held(row.tenantId(), new Ticket(row.userId(), row.purpose(), row.detail(), row.mailed())));
    }

    /** The tenant of a token, good or not, so that whoever comes too late is shown the right way on. */
    public Optional<UUID> tenantOf(String token) {
        return tokens.byHash(secrets.hash(token)).map(OneTimeToken::tenantId);
    }

    /**
     * Looks at a token without using it up.
     *
     * @throws Refusal {@link Reason#ONE_TIME_TOKEN_INVALID} when it is unknown, over, used or made for another purpose
     */
    public Ticket look(UUID tenant, String token, Set<Purpose> purposes) {
        return tokens.byHash(tenant, secrets.hash(token))
                .filter(row -> row.good(clock.instant()) && purposes.contains(row.purpose()))
                .map(row -> new Ticket(row.userId(), row.purpose(), row.detail(), row.mailed()))
                .orElseThrow(OneTimeTokenService::invalid);
    }

    /**
     * Uses a token up. Of several requests at the same instant one succeeds.
     *
     * @return the user whom it was made for
     * @throws Refusal {@link Reason#ONE_TIME_TOKEN_INVALID} when it is unknown, over, used or made for another purpose
     */
    public UUID redeem(Caller caller, UUID tenant, String token, Purpose purpose) {
        return redeem(caller, tenant, token, Set.of(purpose)).user();
    }

    /** The same for a step that tokens of several purposes allow. */
    public Ticket redeem(Caller caller, UUID tenant, String token, Set<Purpose> purposes) {
        return transactions.write(() -> {
            var ticket = look(tenant, token, purposes);
            if (!tokens.use(tenant, secrets.hash(token), clock.instant())) {
                throw invalid(); // another request was first
            }
            tokens.removeOthers(tenant, ticket.user(), ticket.purpose(), secrets.hash(token));
            var facts = Facts.of("purpose", ticket.purpose()).map();
            changes.happened(caller, tenant, "user.one_time_token_redeemed", "user", ticket.user(), facts);
            return ticket;
        });
    }

    private String issue(
            Caller caller,
            UUID tenant,
            UUID user,
            Purpose purpose,
            @Nullable String detail,
            boolean mailed,
            Duration life) {
        var token = secrets.next();
        transactions.run(() -> {
            var now = clock.instant();
            var expiresAt = now.plus(life);
            tokens.add(new OneTimeToken(secrets.hash(token), tenant, user, purpose, detail, mailed, now, expiresAt));
            var facts = Facts.of("purpose", purpose).and("expiresAt", expiresAt).map();
            changes.happened(caller, tenant, "user.one_time_token_issued", "user", user, facts);
        });
        sweeper.now();
        return token;
    }

    private static Refusal invalid() {
        return new Refusal(
                Reason.ONE_TIME_TOKEN_INVALID, "token", "the token is unknown, expired, used or for another step");
    }
}

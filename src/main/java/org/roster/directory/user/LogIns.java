package org.roster.directory.user;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.roster.caller.Caller;
import org.roster.caller.Source;
import org.roster.event.Changes;
import org.roster.event.Facts;
import org.roster.persistence.Transactions;

/** Tells the trail of log-ins that were good (R64). What is wrong is told where it is counted. */
@ApplicationScoped
public class LogIns {

    /** A password that comes with each request is told of once in this while, by user and address. */
    private static final Duration WHILE = Duration.ofHours(1);

    private final Cache<String, Boolean> told =
            Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(WHILE).build();

    @Inject
    Changes changes;

    @Inject
    Transactions transactions;

    /**
     * A user has logged in; in the transaction that notes it.
     *
     * @param tenant where to; a guest's log-in is an event of the tenant that the guest is at home in
     * @param by what it was: {@code password}, {@code password_and_code}, {@code pin}, or {@code request} for a password that
     *     came with a request
     */
    public void loggedIn(Source from, UUID tenant, User user, String by) {
        var facts = Facts.of("by", by)
                .and("address", from.address())
                .andIf("guestOf", tenant.equals(user.tenantId()) ? null : tenant)
                .map();
        var who = Caller.person(user.tenantId(), user.id(), user.username(), Set.of(), from);
        changes.happened(who, user.tenantId(), "user.logged_in", "user", user.id(), facts);
    }

    /** A request has brought a user's password that was looked at and was right. */
    void came(Source from, UUID tenant, User user) {
        var key = user.id() + " " + from.address();
        if (told.getIfPresent(key) == null) {
            transactions.runApart(() -> {
                loggedIn(from, tenant, user, "request");
                transactions.afterCommit(() -> told.put(key, true));
            });
        }
    }
}

package org.roster.contract.roster.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.roster.caller.Caller;
import org.roster.caller.Scopes;
import org.roster.contract.roster.Query;
import org.roster.history.HistoryService;
import org.roster.http.Failure;
import org.roster.http.FailureException;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/** The parameter {@code as_of}: what a resource was at a moment. */
@ApplicationScoped
public class AsOf {

    /** What the published document says of it. */
    public static final String MOMENT = "A moment (RFC 3339), such as 2026-11-24T12:00:00Z";

    @Inject
    HistoryService history;

    /** @throws Refusal {@link Reason#USER_UNKNOWN} when there was no such user then */
    public UserAtBody user(Caller caller, UUID tenant, UUID id, String asOf) {
        return history.user(tenant, id, moment(caller, asOf))
                .map(UserAtBody::of)
                .orElseThrow(() -> new Refusal(Reason.USER_UNKNOWN, "user", "there was no such user at that moment"));
    }

    /** @throws Refusal {@link Reason#GROUP_UNKNOWN} when there was no such group then */
    public GroupAtBody group(Caller caller, UUID tenant, UUID id, String asOf) {
        return history.group(tenant, id, moment(caller, asOf))
                .map(GroupAtBody::of)
                .orElseThrow(
                        () -> new Refusal(Reason.GROUP_UNKNOWN, "group", "there was no such group at that moment"));
    }

    /** What was is more than what is, so who may read the present may not read the past for that alone (R9). */
    private static Instant moment(Caller caller, String asOf) {
        if (!caller.holds(Scopes.EVENTS_READ)) {
            throw new FailureException(Failure.of(
                    Failure.Kind.SCOPE_MISSING, Scopes.EVENTS_READ, "the credential does not hold the needed scope"));
        }
        return Objects.requireNonNull(Query.moment("as_of", asOf));
    }
}

package org.roster.credential.guard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.caller.Source;
import org.roster.event.Facts;
import org.roster.event.Occurrences;
import org.roster.event.Occurrences.Occurrence;

/**
 * Tells the trail of wrong tries, in the transaction that counts them (R64). A name that is nobody's leaves an event as one of
 * somebody does, so that the time does not tell them apart (R31), but never the name: it may be a password in the wrong field.
 */
@ApplicationScoped
class WrongTries {

    /** So many a minute of one tenant are told one by one; whoever tries more of them is not to fill the trail. */
    private static final int OF_TENANT = 600;

    /** The same of one application or key. */
    private static final int OF_SECRET = 10;

    @Inject
    Occurrences occurrences;

    void told(Tried tried) {
        var facts = Facts.of("of", tried.measure().told())
                .and("address", tried.from().address())
                .map();
        var user = tried.user();
        var rest = occurrence(tried.from(), tried.tenant(), "tenant", tried.tenant(), Map.of());
        var one = user == null
                ? occurrence(tried.from(), tried.tenant(), "tenant", tried.tenant(), facts)
                : occurrence(tried.from(), tried.tenant(), "user", user, facts);
        occurrences.tell("wrong tries " + tried.tenant(), OF_TENANT, one, rest);
    }

    void told(Source from, Claimed claimed) {
        var facts = Facts.of("address", from.address()).map();
        var one = occurrence(from, claimed.tenant(), claimed.type(), claimed.id(), facts);
        occurrences.tell("wrong secrets " + claimed.id(), OF_SECRET, one, one);
    }

    private static Occurrence occurrence(
            Source from, UUID tenant, String subjectType, UUID subject, Map<String, @Nullable Object> facts) {
        return new Occurrence(
                Caller.system(tenant, from), tenant, subjectType + ".log_in_failed", subjectType, subject, facts);
    }
}

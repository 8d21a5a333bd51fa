package org.roster.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.roster.caller.Caller;
import org.roster.event.Facts;
import org.roster.event.Occurrences;
import org.roster.event.Occurrences.Occurrence;
import org.roster.refusal.Reason;

/** Tells the trail of requests that asked for more than their caller holds (R2, ASVS 16.3.2). */
@ApplicationScoped
class AccessRefusals {

    private static final System.Logger LOG = System.getLogger(AccessRefusals.class.getName());

    /** So many a minute of one caller for one reason are told one by one: programs repeat what they are refused. */
    private static final int ONE_BY_ONE = 3;

    @Inject
    Occurrences occurrences;

    void tell(Caller caller, String address, Failure failure, String method) {
        if (!access(failure) || caller.kind() == Caller.Kind.SYSTEM) {
            return;
        }
        var why = failure.reason() == null ? "SCOPE_MISSING" : failure.reason().name();
        var facts = Facts.of("why", why)
                .andIf("of", failure.subject())
                .and("method", method)
                .and("address", address)
                .map();
        var type = subjectType(caller);
        var one = new Occurrence(caller, caller.tenant(), type + ".access_refused", type, caller.id(), facts);
        try {
            occurrences.tellApart(
                    "access " + caller.id() + ' ' + why + ' ' + failure.subject() + ' ' + method, ONE_BY_ONE, one);
        } catch (RuntimeException e) {
            // The refusal stands, and its line is in the log.
            LOG.log(System.Logger.Level.WARNING, "a refusal could not be written into the trail", e);
        }
    }

    private static boolean access(Failure failure) {
        return failure.kind() == Failure.Kind.SCOPE_MISSING
                || failure.reason() == Reason.RIGHTS_EXCEEDED
                || failure.reason() == Reason.TENANT_FOREIGN;
    }

    private static String subjectType(Caller caller) {
        return switch (caller.kind()) {
            case CLIENT -> "application";
            case API_KEY -> "api_key";
            case USER -> "user";
            case SYSTEM -> "tenant";
        };
    }
}

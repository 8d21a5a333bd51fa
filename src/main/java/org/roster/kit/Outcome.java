package org.roster.kit;

import java.util.List;
import java.util.Set;

/**
 * What became of an exchange.
 *
 * @param missing the variables for want of which it was skipped
 */
public record Outcome(KitExchange exchange, Verdict verdict, List<Difference> differences, Set<String> missing) {

    /** How an answer stands to the contract. */
    public enum Verdict {
        OK,
        DEPARTS,
        SKIPPED
    }

    static Outcome of(KitExchange exchange, List<Difference> differences) {
        return new Outcome(
                exchange, differences.isEmpty() ? Verdict.OK : Verdict.DEPARTS, List.copyOf(differences), Set.of());
    }

    static Outcome skipped(KitExchange exchange, Set<String> missing) {
        return new Outcome(exchange, Verdict.SKIPPED, List.of(), missing);
    }
}

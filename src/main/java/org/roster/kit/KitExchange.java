package org.roster.kit;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One documented exchange: what a client sends, and what it gets.
 *
 * @param name the file's name without its ending; exchanges run in the order of their names
 * @param operation method and path template of the published document, such as {@code GET /v1/users/{id}}; null if it is
 *     an exchange about none of them
 * @param save variables for later exchanges, each with the JSON pointer to its value in the answer
 * @param uses the variables that it needs
 */
public record KitExchange(
        String name,
        String title,
        Source source,
        @Nullable String operation,
        KitRequest request,
        KitAnswer answer,
        Map<String, String> save,
        Set<String> uses) {

    /** Where an exchange is documented. */
    public enum Source {
        /** In the contract's published document. */
        PUBLISHED,
        /** In the public code of the system that published it. */
        CODE,
        /** Nowhere but here: Roster's own completion of the contract. */
        ROSTER
    }

    public KitExchange {
        save = Map.copyOf(save);
        uses = Set.copyOf(uses);
    }
}

package org.roster.http;

import jakarta.ws.rs.core.Response;
import java.util.Set;

/**
 * A published contract, as the shared layer sees it. A CDI bean of this type is all it takes to add one; the router and
 * the error mappers find it.
 */
public interface Contract {

    /** Its name, as the audit trail and the documentation have it. */
    String name();

    /** Whether it speaks for this path; the path begins with a slash. The longest {@link #base} wins among several. */
    default boolean claims(String path) {
        return path.equals(base()) || path.startsWith(base().endsWith("/") ? base() : base() + '/');
    }

    /** The path under which it is published, beginning with a slash. */
    String base();

    /** Says a failure in the contract's own words, status and headers. */
    Response render(Failure failure);

    /**
     * The same for a request whose method and path are known. A contract that has words of its own for some of its
     * endpoints overrides this.
     *
     * @param path begins with a slash
     */
    default Response render(Failure failure, String method, String path) {
        return render(failure);
    }

    /** Whether it serves the OPTIONS method; those that do not refuse it like any other unknown method. */
    default boolean servesOptions() {
        return false;
    }

    /** The scopes that it enforces by names of its own. */
    default Set<String> scopes() {
        return Set.of();
    }

    /** Those of its scopes that concern only the person who logs in. */
    default Set<String> personalScopes() {
        return Set.of();
    }
}

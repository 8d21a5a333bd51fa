package org.roster.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jspecify.annotations.Nullable;

/**
 * A published contract, as the shared layer sees it. A CDI bean of this type is all it takes to add one; the router and
 * the error mappers find it.
 */
public interface Contract {

    /** Its name, as the audit trail and the documentation have it. */
    String name();

    /** Its mount: the path under which it always answers and is documented, beginning with a slash. */
    String base();

    /** Whether a path is under its mount; the path begins with a slash. The longest mount wins among several. */
    default boolean claims(String path) {
        return below(path, base());
    }

    /** The path under which its clients know it, which is the mount unless several contracts share it. */
    default String published() {
        return base();
    }

    /**
     * Its claim to an address that is under no mount and on no mapped host.
     *
     * @param path begins with a slash
     * @param basic whether the request comes with HTTP Basic
     */
    default Optional<Claim> claimsBare(String path, boolean basic) {
        return Optional.empty();
    }

    /** The path under the mount of a path that its clients use; one under the mount already stays as it is. */
    default String mounted(String path) {
        return claims(path) || !below(path, published())
                ? path
                : base() + path.substring(published().length());
    }

    /** Whether a path is this one or lies below it. */
    static boolean below(String path, String top) {
        return path.equals(top) || path.startsWith(top.endsWith("/") ? top : top + '/');
    }

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

    /**
     * Adds to an operation of the published document what the contract knows of the endpoint beyond its annotations.
     *
     * @param endpoint the method that serves it
     */
    default void describe(Operation operation, Method endpoint) {}

    /** Whether it serves the OPTIONS method; those that do not refuse it like any other unknown method. */
    default boolean servesOptions() {
        return false;
    }

    /**
     * Whether every request must bring an API key in the header {@code key}; an access token beside it then says on
     * whose behalf. Other contracts take one credential of any kind.
     */
    default boolean demandsKey() {
        return false;
    }

    /** An access token that its clients carry elsewhere than in the Authorization header, or null. */
    default @Nullable String accessToken(ContainerRequestContext request) {
        return null;
    }

    /** Whether writes at a path can be asked for as a dry run. */
    default boolean rehearses(String path) {
        return false;
    }

    /** Words what a request of a dry run would have done. Only asked of a contract that {@link #rehearses}. */
    default Object rehearsed(Rehearsal rehearsal) {
        throw new IllegalStateException(name() + " has no dry runs");
    }

    /** What of a path may stand in a log; a contract whose paths hold secrets leaves them out. */
    default String loggable(String path) {
        return path;
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

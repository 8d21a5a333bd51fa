package org.roster.http.auth;

import jakarta.annotation.Priority;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.http.Exchange;
import org.roster.http.Failure;
import org.roster.http.FailureException;
import org.roster.http.limit.RequestLimits;
import org.roster.refusal.Refusal;

/**
 * Lets a request in, or has its contract say why not. It runs before the server's own check of {@code @RolesAllowed}, so
 * that missing, bad and weak credentials are all answered in the contract's words; the server's check follows as the
 * second lock. An endpoint that says nothing about who may call it lets nobody in.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class AuthenticationFilter implements ContainerRequestFilter {

    /** The role that stands for everyone who is authenticated (Jakarta Annotations, {@code **}). */
    private static final String ANY = "**";

    @Inject
    Authenticator authenticator;

    @Inject
    RequestLimits limits;

    @Inject
    Exchange exchange;

    @Context
    ResourceInfo resource;

    private final Map<Method, Access> access = new ConcurrentHashMap<>();

    /** Who may call an endpoint. */
    private record Access(boolean everyone, List<String> scopes, boolean secondStep) {}

    @Override
    public void filter(ContainerRequestContext request) {
        var method = resource.getResourceMethod();
        var allowed = access.computeIfAbsent(method, AuthenticationFilter::read);
        if (allowed.everyone()) {
            limits.unknown();
            return;
        }
        var security = request.getSecurityContext();
        var caller = authenticated(request, allowed);
        limits.known(caller);
        if (allowed.scopes().stream().noneMatch(scope -> scope.equals(ANY) || caller.holds(scope))) {
            throw new FailureException(Failure.of(
                    Failure.Kind.SCOPE_MISSING,
                    allowed.scopes().isEmpty() ? "" : allowed.scopes().get(0),
                    "the credential does not hold the needed scope"));
        }
        request.setSecurityContext(
                new CallerContext(caller, security.isSecure(), String.valueOf(security.getAuthenticationScheme())));
    }

    private Caller authenticated(ContainerRequestContext request, Access allowed) {
        try {
            return authenticator.authenticate(request, exchange, allowed.secondStep());
        } catch (FailureException | Refusal e) {
            limits.unknown();
            throw e;
        }
    }

    private static Access read(Method method) {
        var own = read(
                method.getAnnotation(PermitAll.class),
                method.getAnnotation(DenyAll.class),
                method.getAnnotation(RolesAllowed.class));
        if (own != null) {
            return new Access(own.everyone(), own.scopes(), method.isAnnotationPresent(SecondStep.class));
        }
        var type = method.getDeclaringClass();
        var ofType = read(
                type.getAnnotation(PermitAll.class),
                type.getAnnotation(DenyAll.class),
                type.getAnnotation(RolesAllowed.class));
        return ofType == null ? new Access(false, List.of(), false) : ofType;
    }

    private static @Nullable Access read(
            @Nullable PermitAll permitAll, @Nullable DenyAll denyAll, @Nullable RolesAllowed rolesAllowed) {
        if (denyAll != null) {
            return new Access(false, List.of(), false);
        }
        if (rolesAllowed != null) {
            return new Access(false, List.of(rolesAllowed.value()), false);
        }
        return permitAll == null ? null : new Access(true, List.of(), false);
    }
}

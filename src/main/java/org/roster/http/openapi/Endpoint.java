package org.roster.http.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.roster.http.Contract;
import org.roster.http.Failure.Kind;
import org.roster.http.Speaks;
import org.roster.refusal.Reason;

/** What the code of an endpoint says about it. */
final class Endpoint {

    private static final String ANY = "**";

    private final Method method;

    private Endpoint(Method method) {
        this.method = method;
    }

    /** The endpoint of an operation id of the form {@code package.Class_method}. */
    static Optional<Endpoint> of(String operationId) {
        int end = operationId.lastIndexOf('_');
        if (end < 0) {
            return Optional.empty();
        }
        try {
            var type = Class.forName(operationId.substring(0, end), false, Endpoint.class.getClassLoader());
            var name = operationId.substring(end + 1);
            return Arrays.stream(type.getDeclaredMethods())
                    // A private method may have the endpoint's name; which of the two comes first is left to chance.
                    .filter(method -> method.getName().equals(name) && served(method))
                    .findFirst()
                    .map(Endpoint::new);
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    private static boolean served(Method method) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(HttpMethod.class));
    }

    /** A short operation id: the contract's name, the resource, the method. */
    String operationId() {
        var type = method.getDeclaringClass();
        var room = contract().map(Contract::name).orElse("");
        var resource = type.getSimpleName().replace("Resource", "");
        // EcosysUsersResource of the room ecosys says the room already.
        boolean named = resource.toLowerCase(Locale.ROOT).startsWith(room) && resource.length() > room.length();
        return room + (named ? resource.substring(room.length()) : resource) + '_' + method.getName();
    }

    Method method() {
        return method;
    }

    /** The HTTP method. */
    String httpMethod() {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(HttpMethod::value)
                .findFirst()
                .orElse("");
    }

    /** The path with its parameters in braces. */
    String path() {
        var ofType = method.getDeclaringClass().getAnnotation(Path.class);
        var own = method.getAnnotation(Path.class);
        var path = (ofType == null ? "" : ofType.value()) + '/' + (own == null ? "" : own.value());
        return ('/' + path).replaceAll("/{2,}", "/").replaceAll("(?<=.)/$", "");
    }

    /** Whether a request may come with an {@code Idempotency-Key}. */
    boolean takesKey() {
        return httpMethod().equals(HttpMethod.POST);
    }

    /** Whether it can be asked what it would do. */
    boolean rehearses() {
        return Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE)
                        .contains(httpMethod())
                && contract().filter(contract -> contract.rehearses(path())).isPresent();
    }

    boolean everyone() {
        return method.isAnnotationPresent(PermitAll.class);
    }

    /** The scopes of which one is needed; empty when any credential will do. */
    List<String> scopes() {
        var roles = method.getAnnotation(RolesAllowed.class);
        return roles == null || Set.of(roles.value()).contains(ANY) ? List.of() : List.of(roles.value());
    }

    /** The contract that the endpoint speaks. */
    Optional<Contract> contract() {
        var speaks = method.getDeclaringClass().getPackage().getAnnotation(Speaks.class);
        if (speaks == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(speaks.value().getConstructor().newInstance());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(speaks.value() + " has no public constructor without parameters", e);
        }
    }

    /** The failures that can happen to a request of this kind before and in the directory. */
    Set<Kind> failures() {
        var kinds = EnumSet.of(Kind.UNEXPECTED, Kind.OVERLOADED, Kind.RATE_LIMITED, Kind.NOT_ACCEPTABLE);
        if (!everyone()) {
            kinds.add(Kind.CREDENTIAL_INVALID);
            if (!scopes().isEmpty()) {
                kinds.add(Kind.SCOPE_MISSING);
            }
        }
        if (takesKey()) {
            kinds.addAll(EnumSet.of(Kind.INVALID, Kind.KEY_IN_USE, Kind.KEY_REUSED));
        }
        if (rehearses()) {
            kinds.add(Kind.INVALID);
        }
        if (hasBody()) {
            kinds.addAll(EnumSet.of(Kind.MALFORMED, Kind.INVALID, Kind.TOO_LARGE, Kind.UNSUPPORTED_MEDIA_TYPE));
        }
        if (has(QueryParam.class)) {
            kinds.add(Kind.INVALID);
        }
        return kinds;
    }

    /** The refusals of the directory that stand for the statuses it can lead to. */
    Set<Reason> refusals() {
        var reasons = EnumSet.noneOf(Reason.class);
        if (has(PathParam.class)) {
            reasons.add(Reason.USER_UNKNOWN);
        }
        boolean writes = method.isAnnotationPresent(POST.class) || method.isAnnotationPresent(PATCH.class);
        if (writes && hasBody() && !everyone()) {
            reasons.add(Reason.USERNAME_TAKEN);
        }
        if (!everyone() && has(QueryParam.class)) {
            reasons.add(Reason.TENANT_FOREIGN);
        }
        if (Arrays.stream(method.getParameters()).anyMatch(Endpoint::ifMatch)) {
            reasons.add(Reason.VERSION_STALE);
        }
        return reasons;
    }

    private boolean hasBody() {
        return Arrays.stream(method.getParameters())
                .anyMatch(parameter -> parameter.getType() == JsonNode.class || !bound(parameter));
    }

    private boolean has(Class<? extends Annotation> type) {
        return Arrays.stream(method.getParameters()).anyMatch(parameter -> parameter.isAnnotationPresent(type));
    }

    private static boolean ifMatch(Parameter parameter) {
        var header = parameter.getAnnotation(HeaderParam.class);
        return header != null && header.value().equals(HttpHeaders.IF_MATCH);
    }

    /** Whether a parameter comes from elsewhere than the body. */
    private static boolean bound(Parameter parameter) {
        return Arrays.stream(parameter.getAnnotations())
                .anyMatch(annotation ->
                        annotation.annotationType().getPackageName().startsWith("jakarta.ws.rs"));
    }
}

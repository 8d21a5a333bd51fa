package org.roster.contract.authservice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.StatusType;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.roster.http.Claim;
import org.roster.http.Contract;
import org.roster.http.Failure;
import org.roster.http.Unprocessable;
import org.roster.refusal.Reason;

/** The contract of authservice. It takes whatever of the bare {@code /api} no other contract claims. */
@ApplicationScoped
public class AuthserviceContract implements Contract {

    public static final String NAME = "authservice";

    private static final String BASE = "/authservice";
    private static final String API = "/api";

    /** The documentation of the original, where people look for it. */
    private static final Set<String> DOCUMENTS = Set.of("/v3/api-docs", "/swagger-ui.html");

    private static final Pattern USER = Pattern.compile(BASE + "/api/users/[^/]+/?");

    // Not there when the published document asks a contract for its words.
    @Inject
    @Nullable
    AuthserviceErrors errors;

    @Inject
    @ConfigProperty(name = "ROSTER_AUTHSERVICE_DETAIL_WITH_FIELD", defaultValue = "false")
    boolean detailWithField;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String base() {
        return BASE;
    }

    @Override
    public Optional<Claim> claimsBare(String path, boolean basic) {
        if (DOCUMENTS.contains(path)) {
            return Optional.of(Claim.OWN_PATH);
        }
        return Contract.below(path, API) ? Optional.of(Claim.REMAINDER) : Optional.empty();
    }

    @Override
    public String mounted(String path) {
        return Contract.below(path, API) || DOCUMENTS.contains(path) ? BASE + path : path;
    }

    @Override
    public Set<String> scopes() {
        return AuthserviceScopes.ALL;
    }

    @Override
    public Response render(Failure failure) {
        return render(failure, "", BASE);
    }

    @Override
    public Response render(Failure failure, String method, String path) {
        if (failure.reason() == Reason.USER_UNKNOWN
                && method.equals("GET")
                && USER.matcher(path).matches()) {
            return Response.status(Status.NOT_FOUND).build();
        }
        var status = status(failure);
        var words = words(failure, method);
        var detail = words.message().equals(AuthserviceWords.VALIDATION_FAILED)
                ? AuthserviceDetails.of(failure, detailWithField)
                : words.detail();
        var response = errors == null
                ? AuthserviceErrors.example(status, words.message(), detail)
                : errors.builder(status, words.message(), detail);
        if (failure.retryAfter() > 0) {
            response.header(HttpHeaders.RETRY_AFTER, failure.retryAfter());
        }
        var challenge = challenge(failure.kind());
        if (challenge != null) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, challenge);
        }
        return response.build();
    }

    static AuthserviceWords words(Failure failure, String method) {
        return switch (failure.kind()) {
            case REFUSED ->
                failure.reason() == null
                        ? AuthserviceWords.PARAMETER_WRONG
                        : AuthserviceReasons.words(failure.reason(), method);
            case CREDENTIAL_MISSING -> new AuthserviceWords("Unauthorized", "InsufficientAuthenticationException");
            case CREDENTIAL_INVALID, CREDENTIAL_REVOKED, SECOND_STEP_MISSING ->
                new AuthserviceWords("Unauthorized", "InvalidBearerTokenException");
            case SCOPE_MISSING -> AuthserviceWords.ACCESS_DENIED;
            case MALFORMED -> new AuthserviceWords("Solicitud mal formada", "HttpMessageNotReadableException");
            case INVALID -> new AuthserviceWords(AuthserviceWords.VALIDATION_FAILED, "MethodArgumentNotValidException");
            case NOT_FOUND -> new AuthserviceWords("Recurso no encontrado", "NoResourceFoundException");
            case METHOD_NOT_ALLOWED ->
                new AuthserviceWords("Método no permitido", "HttpRequestMethodNotSupportedException");
            case NOT_ACCEPTABLE ->
                new AuthserviceWords("Formato de respuesta no disponible", "HttpMediaTypeNotAcceptableException");
            case UNSUPPORTED_MEDIA_TYPE ->
                new AuthserviceWords("Tipo de contenido no soportado", "HttpMediaTypeNotSupportedException");
            case KEY_IN_USE -> new AuthserviceWords("La solicitud ya está en curso", "IdempotencyKeyInUseException");
            case KEY_REUSED ->
                new AuthserviceWords("La clave ya se usó con otra solicitud", "IdempotencyKeyReusedException");
            case TOO_LARGE -> new AuthserviceWords("Solicitud demasiado grande", "PayloadTooLargeException");
            case URI_TOO_LONG -> new AuthserviceWords("Dirección demasiado larga", "UriTooLongException");
            case HEADERS_TOO_LARGE -> new AuthserviceWords("Cabeceras demasiado grandes", "HeadersTooLargeException");
            case TOO_SLOW -> new AuthserviceWords("La solicitud tardó demasiado en llegar", "RequestTimeoutException");
            case RATE_LIMITED -> AuthserviceReasons.words(Reason.RATE_LIMITED, method);
            case OVERLOADED -> AuthserviceReasons.words(Reason.OVERLOADED, method);
            case UNEXPECTED -> new AuthserviceWords("Error interno del servidor", "InternalServerErrorException");
        };
    }

    static StatusType status(Failure failure) {
        return switch (failure.kind()) {
            case REFUSED -> failure.reason() == null ? Status.BAD_REQUEST : AuthserviceReasons.status(failure.reason());
            case CREDENTIAL_MISSING, CREDENTIAL_INVALID, CREDENTIAL_REVOKED, SECOND_STEP_MISSING -> Status.UNAUTHORIZED;
            case SCOPE_MISSING -> Status.FORBIDDEN;
            case MALFORMED, INVALID -> Status.BAD_REQUEST;
            case NOT_FOUND -> Status.NOT_FOUND;
            case METHOD_NOT_ALLOWED -> Status.METHOD_NOT_ALLOWED;
            case NOT_ACCEPTABLE -> Status.NOT_ACCEPTABLE;
            case UNSUPPORTED_MEDIA_TYPE -> Status.UNSUPPORTED_MEDIA_TYPE;
            case KEY_IN_USE -> Status.CONFLICT;
            case KEY_REUSED -> Unprocessable.CONTENT;
            case TOO_LARGE -> Status.REQUEST_ENTITY_TOO_LARGE;
            case URI_TOO_LONG -> Status.REQUEST_URI_TOO_LONG;
            case HEADERS_TOO_LARGE -> Status.REQUEST_HEADER_FIELDS_TOO_LARGE;
            case TOO_SLOW -> Status.REQUEST_TIMEOUT;
            case RATE_LIMITED -> Status.TOO_MANY_REQUESTS;
            case OVERLOADED -> Status.SERVICE_UNAVAILABLE;
            case UNEXPECTED -> Status.INTERNAL_SERVER_ERROR;
        };
    }

    /** RFC 6750 section 3: a request without a credential is told the scheme and nothing more. */
    private static @Nullable String challenge(Failure.Kind kind) {
        return switch (kind) {
            case CREDENTIAL_MISSING -> "Bearer";
            case CREDENTIAL_INVALID, CREDENTIAL_REVOKED, SECOND_STEP_MISSING -> "Bearer error=\"invalid_token\"";
            case SCOPE_MISSING -> "Bearer error=\"insufficient_scope\"";
            case REFUSED,
                    MALFORMED,
                    INVALID,
                    NOT_FOUND,
                    METHOD_NOT_ALLOWED,
                    NOT_ACCEPTABLE,
                    UNSUPPORTED_MEDIA_TYPE,
                    TOO_LARGE,
                    URI_TOO_LONG,
                    HEADERS_TOO_LARGE,
                    TOO_SLOW,
                    KEY_IN_USE,
                    KEY_REUSED,
                    RATE_LIMITED,
                    OVERLOADED,
                    UNEXPECTED -> null;
        };
    }
}

package org.roster.contract.urac;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jspecify.annotations.Nullable;
import org.roster.contract.urac.input.MaskDescription;
import org.roster.contract.urac.input.Takes;
import org.roster.http.Contract;
import org.roster.http.Failure;

/** The contract of SOAJS urac, and of SOAJS oauth, through which its users log in. */
@ApplicationScoped
public class UracContract implements Contract {

    public static final String NAME = "urac";

    /** The gateway takes a service's version in the path, in two spellings, and any version reaches the same service. */
    private static final Pattern ADDRESS =
            Pattern.compile("/(urac|oauth)(?:/v\\d+(?:\\.\\d+)?|:\\d+(?:\\.\\d+)?)?(/.*)?");

    private static final Pattern WITH_TOKEN =
            Pattern.compile("(?i)^(/*oauth[^/]*(?:/[^/]+)?/+(?:access|refresh)Token/+).*$");

    @Inject
    @Nullable
    UracSettings settings; // null where the published document asks how failures are worded

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String base() {
        return "/urac";
    }

    @Override
    public boolean claims(String path) {
        return ADDRESS.matcher(path).matches();
    }

    /** Without the version and without a slash at the end. */
    @Override
    public String mounted(String path) {
        var parts = ADDRESS.matcher(path);
        if (!parts.matches()) {
            return path;
        }
        var below = parts.group(2) == null ? "" : parts.group(2).replaceAll("/+$", "");
        return '/' + parts.group(1) + below;
    }

    @Override
    public boolean demandsKey() {
        return true;
    }

    @Override
    public @Nullable String accessToken(ContainerRequestContext request) {
        return UracAccessToken.of(request, settings != null && settings.takesTokenInQuery());
    }

    /** The addresses that end a token hold it. */
    @Override
    public String loggable(String path) {
        return WITH_TOKEN.matcher(path).replaceFirst("$1...");
    }

    /** The query and the body, as the input mask takes them. */
    @Override
    public void describe(Operation operation, Method endpoint) {
        var takes = endpoint.getAnnotation(Takes.class);
        if (takes != null) {
            MaskDescription.add(operation, takes);
        }
    }

    @Override
    public Response render(Failure failure) {
        return render(failure, "", base());
    }

    @Override
    public Response render(Failure failure, String method, String path) {
        var said = UracWords.of(failure, UracEdition.of(method, path));
        var status = status(failure, said);
        var response =
                Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(UracRefused.of(said.details()));
        if (failure.retryAfter() > 0) {
            response.header(HttpHeaders.RETRY_AFTER, failure.retryAfter());
        }
        if (status == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer"); // RFC 9110 section 11.6.1
        }
        return response.build();
    }

    /** What SOAJS has no words for keeps its HTTP status, so that proxies and clients know when to come back. */
    private int status(Failure failure, UracWords said) {
        return switch (failure.kind()) {
            case UNEXPECTED -> 500;
            case OVERLOADED -> 503;
            case RATE_LIMITED -> 429;
            case TOO_LARGE -> 413;
            case URI_TOO_LONG -> 414;
            case HEADERS_TOO_LARGE -> 431;
            case TOO_SLOW -> 408;
            case KEY_IN_USE -> 409;
            case KEY_REUSED -> 422;
            case REFUSED,
                    CREDENTIAL_MISSING,
                    CREDENTIAL_INVALID,
                    CREDENTIAL_REVOKED,
                    SECOND_STEP_MISSING,
                    SCOPE_MISSING,
                    MALFORMED,
                    INVALID,
                    NOT_FOUND,
                    METHOD_NOT_ALLOWED,
                    NOT_ACCEPTABLE,
                    UNSUPPORTED_MEDIA_TYPE -> policy().of(said.error());
        };
    }

    private UracHttpStatus policy() {
        return settings == null
                ? UracHttpStatus.SOAJS2
                : UracHttpStatus.of(settings.httpStatus()).orElse(UracHttpStatus.SOAJS2);
    }
}

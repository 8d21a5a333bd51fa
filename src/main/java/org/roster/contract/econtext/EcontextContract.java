package org.roster.contract.econtext;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.roster.http.Claim;
import org.roster.http.Contract;
import org.roster.http.Exchange;
import org.roster.http.Failure;

/** The contract of eContext auth. */
@ApplicationScoped
public class EcontextContract implements Contract {

    public static final String NAME = "econtext";

    private static final String PUBLISHED = "/api";
    private static final String MOUNT = "/econtext/api";
    private static final String CHALLENGE = "Basic realm=\"eContext Authentication\"";

    /** What only this contract has below {@code /api}. */
    private static final List<String> OWN =
            List.of("/users/user", "/applications", "/groups", "/organizations", "/authenticate", "/status", "/ping");

    private static final Pattern SEARCH = Pattern.compile(Pattern.quote(PUBLISHED) + "/users/search/[^/]+/?");

    /** Null where nothing is asked for: in the published document. */
    @Inject
    @Nullable
    Exchange exchange;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String base() {
        return MOUNT;
    }

    @Override
    public String published() {
        return PUBLISHED;
    }

    @Override
    public Optional<Claim> claimsBare(String path, boolean basic) {
        boolean own = OWN.stream().anyMatch(top -> Contract.below(path, PUBLISHED + top))
                || SEARCH.matcher(path).matches();
        if (own) {
            return Optional.of(Claim.OWN_PATH);
        }
        return basic && Contract.below(path, PUBLISHED) ? Optional.of(Claim.BY_CREDENTIAL) : Optional.empty();
    }

    /** The original's framework passes over one slash at the end. */
    @Override
    public String mounted(String path) {
        var mounted = Contract.super.mounted(path);
        return mounted.length() > 1 && mounted.endsWith("/") ? mounted.substring(0, mounted.length() - 1) : mounted;
    }

    @Override
    public Response render(Failure failure) {
        return render(failure, "", MOUNT);
    }

    @Override
    public Response render(Failure failure, String method, String path) {
        if (unauthorized(failure, path)) {
            return Response.status(Status.UNAUTHORIZED)
                    .header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE)
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .entity(EcontextUnauthorized.AUTHENTICATION_REQUIRED)
                    .build();
        }
        var words = EcontextWords.of(failure, path);
        var response = Response.status(words.status());
        if (words.spoken()) {
            response.type(MediaType.APPLICATION_JSON_TYPE)
                    .entity(EcontextFailure.of(words, EcontextReply.elapsed(exchange)));
        }
        if (failure.retryAfter() > 0) {
            response.header(HttpHeaders.RETRY_AFTER, failure.retryAfter());
        }
        return response.build();
    }

    /**
     * The original asks for the credential before it looks at anything else, so whoever brings none learns nothing else:
     * not that there is no such address, nor what is wrong with the body.
     */
    private boolean unauthorized(Failure failure, String path) {
        return switch (failure.kind()) {
            case CREDENTIAL_MISSING, CREDENTIAL_INVALID, CREDENTIAL_REVOKED, SECOND_STEP_MISSING -> true;
            case NOT_FOUND,
                    METHOD_NOT_ALLOWED,
                    NOT_ACCEPTABLE,
                    UNSUPPORTED_MEDIA_TYPE,
                    MALFORMED,
                    TOO_LARGE,
                    URI_TOO_LONG,
                    HEADERS_TOO_LARGE,
                    TOO_SLOW ->
                exchange != null && exchange.caller() == null && !failure.authorization() && !open(path);
            case REFUSED, SCOPE_MISSING, INVALID, KEY_IN_USE, KEY_REUSED, RATE_LIMITED, OVERLOADED, UNEXPECTED -> false;
        };
    }

    private static boolean open(String path) {
        return path.equals(MOUNT + "/ping") || path.equals(MOUNT + "/status");
    }
}

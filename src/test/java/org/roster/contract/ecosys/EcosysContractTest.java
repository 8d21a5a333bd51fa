package org.roster.contract.ecosys;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.roster.http.Failure;
import org.roster.http.Failure.Kind;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

class EcosysContractTest {

    private static Object body(Failure failure, EcosysEndpoint endpoint) {
        return EcosysContract.atApi(failure, endpoint, EcosysContract.status(failure));
    }

    private static Failure refused(Reason reason, String subject, String detail) {
        return Failure.of(new Refusal(reason, subject, detail));
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"MALFORMED", "UNSUPPORTED_MEDIA_TYPE"})
    void whatCannotBeReadIsSaidAsTheEndpointSaysIt(Kind kind) {
        var failure = Failure.of(kind, "the body is not valid JSON");

        assertThat(EcosysContract.status(failure)).isEqualTo(Status.BAD_REQUEST);
        assertThat(body(failure, EcosysEndpoint.ADD_USER))
                .isEqualTo(new EcosysError("Bad Request", EcosysMissing.USER));
        assertThat(body(failure, EcosysEndpoint.CHANGE_USER)).isNull();
        assertThat(EcosysContract.atToken(failure)).isEqualTo(EcosysOAuthError.invalidRequest(null));
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"NOT_FOUND", "METHOD_NOT_ALLOWED"})
    void whereThereIsNothingTheStatusIsSaid(Kind kind) {
        var failure = Failure.of(kind, "there is nothing at this address");

        assertThat(EcosysContract.status(failure)).isEqualTo(Status.OK);
        assertThat(body(failure, EcosysEndpoint.OTHER)).isEqualTo(EcosysStatus.RUNNING);
        assertThat(EcosysContract.atToken(failure)).isEqualTo(EcosysStatus.RUNNING);
    }

    @Test
    void somethingMissingGoesBeforeWhatElseIsWrong() {
        var failure = Failure.invalid(List.of(
                new Failure.Violation("email", "email must be an e-mail address such as jane@example.com."),
                new Failure.Violation("password", EcosysMissing.USER),
                new Failure.Violation("username", EcosysMissing.USER)));

        assertThat(body(failure, EcosysEndpoint.ADD_USER))
                .isEqualTo(new EcosysError("Bad Request", EcosysMissing.USER));
    }

    @Test
    void severalThingsWrongAreAllSaid() {
        var failure = Failure.invalid(List.of(new Failure.Violation("a", "A."), new Failure.Violation("b", "B.")));

        assertThat(body(failure, EcosysEndpoint.ADD_USER)).isEqualTo(new EcosysError("Bad Request", "A. B."));
    }

    @ParameterizedTest
    @CsvSource({"givenName, first_name", "familyName, last_name", "password, password", "redirectUris, redirect_uri"})
    void aFieldIsCalledAsTheContractCallsIt(String field, String wire) {
        var failure = refused(Reason.VALUE_INVALID, field, "must be something else");

        assertThat(body(failure, EcosysEndpoint.ADD_USER))
                .isEqualTo(new EcosysError("Bad Request", wire + " must be something else."));
    }

    @Test
    void aFaultOfTheServerIsSaidWithoutInternals() {
        var failure = Failure.of(Kind.UNEXPECTED, "java.sql.SQLException: table users");

        assertThat(body(failure, EcosysEndpoint.ADD_USER))
                .isEqualTo(new EcosysError("Internal Server Error", "Could not create user due to a database error."));
        assertThat(body(failure, EcosysEndpoint.OTHER).toString()).doesNotContain("SQL");
        assertThat(EcosysContract.atToken(failure).toString()).doesNotContain("SQL");
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"OVERLOADED", "UNAVAILABLE"})
    void whoeverComesWhenThereIsNoRoomIsToldToComeAgain(Reason reason) {
        var failure = refused(reason, "password", "there is more to hash than can be done now");

        assertThat(EcosysContract.status(failure)).isEqualTo(Status.SERVICE_UNAVAILABLE);
        assertThat(failure.retryAfter()).isPositive();
        assertThat(body(failure, EcosysEndpoint.ADD_USER))
                .isEqualTo(new EcosysError("Service Unavailable", "There is more to hash than can be done now."));
    }

    @Test
    void everyChallengeIsOfTheBearerScheme() {
        assertThat(EcosysContract.challenge(Failure.of(Kind.CREDENTIAL_MISSING, "x")))
                .isEqualTo("Bearer realm=\"OAuth\"");
        assertThat(EcosysContract.challenge(Failure.of(Kind.CREDENTIAL_REVOKED, "x")))
                .isEqualTo("Bearer realm=\"OAuth\", error=\"invalid_token\"");
        assertThat(EcosysContract.challenge(Failure.of(Kind.SCOPE_MISSING, "users:read", "x")))
                .isEqualTo("Bearer realm=\"OAuth\", error=\"insufficient_scope\", scope=\"users:read\"");
        assertThat(EcosysContract.challenge(Failure.of(Kind.MALFORMED, "x"))).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "POST,  /etc-backend/token,                    TOKEN",
        "PUT,   /etc-backend/token,                    TOKEN",
        "POST,  /etc-backend/api/users,                ADD_USER",
        "GET,   /etc-backend/api/users,                OTHER",
        "PATCH, /etc-backend/api/users/jane,           CHANGE_USER",
        "PATCH, /etc-backend/api/users/jane/apikeys/1, OTHER",
        "POST,  /etc-backend/api/users/jane/apikeys,   ADD_API_KEY",
        "POST,  /etc-backend/api/users/{u}/apikeys,    ADD_API_KEY",
        "POST,  /etc-backend/api/register,             REGISTER",
        "POST,  /etc-backend/api/clients,              ADD_CLIENT",
        "POST,  /etc-backend/api/clients/1/secret,     OTHER",
        "POST,  /etc-backend/api/groups,               ADD_GROUP",
        "POST,  /etc-backend,                          OTHER"
    })
    void anEndpointIsKnownByMethodAndPath(String method, String path, EcosysEndpoint endpoint) {
        assertThat(EcosysEndpoint.of(method, path)).isEqualTo(endpoint);
    }
}

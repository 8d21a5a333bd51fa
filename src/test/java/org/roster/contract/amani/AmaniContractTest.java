package org.roster.contract.amani;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.roster.http.Claim;
import org.roster.http.Failure;
import org.roster.http.Failure.Kind;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

class AmaniContractTest {

    private final AmaniContract contract = new AmaniContract();

    private static int status(Failure failure) {
        return AmaniContract.status(failure).getStatusCode();
    }

    private static Object body(Failure failure) {
        return AmaniContract.body(failure, "PUT", "/amani/api/v2/user");
    }

    private static Failure refused(Reason reason, String subject, String detail) {
        return Failure.of(new Refusal(reason, subject, detail));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v2/user, /amani/api/v2/user",
        "/api/v2/user/, /amani/api/v2/user",
        "/api/v2/, /amani/api/v2",
        "/api/v2, /amani/api/v2",
        "/amani/api/v2/user/, /amani/api/v2/user",
        "/amani/api/v2/user/login, /amani/api/v2/user/login",
        "/api/v2/user/%2F/, /amani/api/v2/user/%2F"
    })
    void aPathIsTheSameWithAndWithoutASlashAtItsEnd(String path, String mounted) {
        assertThat(contract.mounted(path)).isEqualTo(mounted);
    }

    @Test
    void thePublishedPathIsItsOwnWhateverTheCredential() {
        assertThat(contract.claimsBare("/api/v2/user", false)).contains(Claim.OWN_PATH);
        assertThat(contract.claimsBare("/api/v2/user/", true)).contains(Claim.OWN_PATH);
        assertThat(contract.claimsBare("/api/v20", false)).isEmpty();
        assertThat(contract.claimsBare("/api/users", false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREDENTIAL_MISSING | 401 | Authentication credentials were not provided.",
                "SCOPE_MISSING | 403 | You do not have permission to perform this action.",
                "NOT_FOUND | 404 | Not found.",
                "METHOD_NOT_ALLOWED | 405 | Method \"PUT\" not allowed.",
                "NOT_ACCEPTABLE | 406 | Could not satisfy the request Accept header.",
                "MALFORMED | 400 | Malformed request.",
                "TOO_LARGE | 413 | What went wrong.",
                "URI_TOO_LONG | 414 | What went wrong.",
                "HEADERS_TOO_LARGE | 431 | What went wrong.",
                "TOO_SLOW | 408 | What went wrong.",
                "RATE_LIMITED | 429 | Request was throttled.",
                "OVERLOADED | 503 | What went wrong.",
                "UNEXPECTED | 500 | What went wrong."
            })
    void eachFailureHasTheWordsOfTheFramework(Kind kind, int status, String detail) {
        var failure = Failure.of(kind, "what went wrong");

        assertThat(status(failure)).isEqualTo(status);
        assertThat(body(failure)).isEqualTo(new AmaniDetail(detail));
    }

    @Test
    void aBadTokenIsSaidAsSimplejwtSaysIt() {
        var failure = Failure.of(Kind.CREDENTIAL_INVALID, "not good");

        assertThat(status(failure)).isEqualTo(401);
        assertThat(body(failure)).isEqualTo(AmaniTokenError.access());
        assertThat(AmaniContract.body(failure, "POST", "/amani/api/v2/user/login"))
                .isEqualTo(new AmaniDetail("No active account found with the given credentials"));
        assertThat(AmaniContract.body(failure, "POST", "/amani/api/v2/token/refresh/"))
                .isEqualTo(AmaniTokenError.refresh());
    }

    @Test
    void whoHasToWaitIsToldForHowLong() {
        assertThat(body(Failure.of(Refusal.limited("too many tries", 30))))
                .isEqualTo(new AmaniDetail("Request was throttled. Expected available in 30 seconds."));
        assertThat(body(Failure.of(Refusal.limited("too many tries", 1))))
                .isEqualTo(new AmaniDetail("Request was throttled. Expected available in 1 second."));
    }

    @Test
    void theFaultsOfAMemberAreOneList() {
        var failure = Failure.invalid(List.of(
                new Failure.Violation("email", "A."),
                new Failure.Violation("phone", "B."),
                new Failure.Violation("email", "C.")));

        assertThat(body(failure)).isEqualTo(Map.of("email", List.of("A.", "C."), "phone", List.of("B.")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EMAIL_TAKEN | email | email | user with this email already exists.",
                "USERNAME_TAKEN | username | email | user with this email already exists.",
                "GROUP_CODE_TAKEN | code | name | group with this name already exists.",
                "VALUE_INVALID | givenName | first_name | This field must be one line.",
                "VALUE_INVALID | username | email | This field must be one line.",
                "PASSWORD_TOO_WEAK | password | password | This password must be one line."
            })
    void aRefusalIsSaidUnderTheMemberThatItIsAbout(Reason reason, String subject, String field, String message) {
        var failure = refused(reason, subject, "must be one line");

        assertThat(status(failure)).isEqualTo(400);
        assertThat(body(failure)).isEqualTo(Map.of(field, List.of(message)));
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"TENANT_UNKNOWN", "USER_UNKNOWN", "GROUP_UNKNOWN", "APPLICATION_UNKNOWN", "API_KEY_UNKNOWN"})
    void whatDoesNotExistIsNotFound(Reason reason) {
        var failure = refused(reason, "id", "there is none");

        assertThat(status(failure)).isEqualTo(404);
        assertThat(body(failure)).isEqualTo(new AmaniDetail("Not found."));
    }

    @Test
    void rightsBeyondTheCallersAreForbidden() {
        var failure = refused(Reason.RIGHTS_EXCEEDED, "groups", "the group carries more");

        assertThat(status(failure)).isEqualTo(403);
        assertThat(body(failure)).isEqualTo(new AmaniDetail("You do not have permission to perform this action."));
    }

    @Test
    void theMediaTypeThatIsNotTakenIsNamed() {
        assertThat(body(Failure.of(Kind.UNSUPPORTED_MEDIA_TYPE, "text/plain", "not taken")))
                .isEqualTo(new AmaniDetail("Unsupported media type \"text/plain\" in request."));
    }

    @Test
    void aBodyThatCannotBeReadSaysHow() {
        assertThat(body(Failure.of(Kind.MALFORMED, AmaniContract.BODY, "JSON parse error - the body is empty")))
                .isEqualTo(new AmaniDetail("JSON parse error - the body is empty"));
    }
}

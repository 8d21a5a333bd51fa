package org.roster.contract.econtext;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response.Status;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.http.Claim;
import org.roster.http.Failure;
import org.roster.http.Failure.Kind;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/** Which addresses the contract claims, and how it says a failure. */
class EcontextContractTest {

    private static final String PATH = "/econtext/api/users/user";

    private final EcontextContract contract = new EcontextContract();

    private static EcontextWords refused(Reason reason, String subject, String path) {
        return EcontextWords.of(Failure.of(new Refusal(reason, subject, "must be otherwise")), path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/users/user",
                "/api/users/user/1/apikey",
                "/api/users/search/jane",
                "/api/users/search/jane/",
                "/api/applications",
                "/api/applications/application/1/users",
                "/api/groups/group",
                "/api/organizations",
                "/api/authenticate",
                "/api/status",
                "/api/ping"
            })
    void whatOnlyThisContractHasIsItsOwn(String path) {
        assertThat(contract.claimsBare(path, false)).contains(Claim.OWN_PATH);
        assertThat(contract.claimsBare(path, true)).contains(Claim.OWN_PATH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/users",
                "/api/users/1",
                "/api/users/search",
                "/api/users/search/",
                "/api/users/search/a/b",
                "/api/users/users",
                "/api/auth/login",
                "/api/applicationsx"
            })
    void whatIsSharedIsItsOnlyForBasic(String path) {
        assertThat(contract.claimsBare(path, false)).isEmpty();
        assertThat(contract.claimsBare(path, true)).contains(Claim.BY_CREDENTIAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/apis", "/v1/users", "/urac/users"})
    void whatIsElsewhereIsNotItsOwn(String path) {
        assertThat(contract.claimsBare(path, true)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/users/user, /econtext/api/users/user",
        "/api/users/user/, /econtext/api/users/user",
        "/econtext/api/groups/, /econtext/api/groups",
        "/econtext/api, /econtext/api",
        "/elsewhere, /elsewhere"
    })
    void aPublishedPathIsFoundUnderTheMount(String path, String mounted) {
        assertThat(contract.mounted(path)).isEqualTo(mounted);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"NOT_FOUND", "METHOD_NOT_ALLOWED"})
    void whereThereIsNothingNothingIsSaid(Kind kind) {
        assertThat(EcontextWords.of(Failure.of(kind, "x"), PATH).spoken()).isFalse();
    }

    @Test
    void aFailureHasItsStatusThreeTimes() {
        var failure = Failure.of(new Refusal(Reason.OVERLOADED, null, "too much at once"));

        var fault = EcontextFailure.of(EcontextWords.of(failure, PATH), BigDecimal.ONE)
                .econtext();

        assertThat(fault.result()).isEmpty();
        assertThat(fault.elapsed()).isEqualTo(BigDecimal.ONE);
        assertThat(fault.status()).isEqualTo("503 Service Unavailable");
        assertThat(fault.error()).isEqualTo("503 Service Unavailable");
        assertThat(fault.errorcode()).isEqualTo("503");
        assertThat(fault.traceback()).isEqualTo("Too much at once");
    }

    @Test
    void tooManyTriesAreTold() {
        var words = EcontextWords.of(Failure.of(Refusal.limited("too many tries", 7)), PATH);

        assertThat(words.status()).isEqualTo(Status.TOO_MANY_REQUESTS);
        assertThat(words.title()).isEqualTo("429 Too Many Requests");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonHasWords(Reason reason) {
        var words = refused(reason, "member", PATH);

        assertThat(words.status().getStatusCode()).isGreaterThanOrEqualTo(400);
        assertThat(words.title()).isNotBlank();
        assertThat(words.description()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyKindHasAStatus(Kind kind) {
        assertThat(EcontextWords.of(Failure.of(kind, "x", "y"), PATH).status().getStatusCode())
                .isGreaterThanOrEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "/econtext/api/users/user, A User",
        "/econtext/api/users/user/1/apikey, An ApiKey",
        "/econtext/api/groups/group, A Group",
        "/econtext/api/applications/application, An Application",
        "/econtext/api/organizations/organization, An Organization"
    })
    void aTakenIdIsSaidOfWhatItIs(String path, String noun) {
        assertThat(refused(Reason.ID_TAKEN, null, path).description())
                .isEqualTo("The \"id\" parameter is invalid. " + noun + " with that id already exists");
    }

    @ParameterizedTest
    @CsvSource({
        "displayName, name",
        "code, name",
        "customData, custom_data",
        "description, description",
        "secret, secret"
    })
    void aFieldIsCalledAsTheContractCallsIt(String field, String wire) {
        assertThat(refused(Reason.VALUE_INVALID, field, PATH).description())
                .isEqualTo("The \"" + wire + "\" parameter is invalid. Must be otherwise");
    }

    @Test
    void aFaultOfTheServerIsSaidInASentence() {
        var words = EcontextWords.of(Failure.of(Kind.UNEXPECTED, "something went wrong"), PATH);

        assertThat(words.title()).isEqualTo("500 Internal Server Error");
        assertThat(words.description()).isEqualTo("Something went wrong");
    }
}

package org.roster.it.doors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.it.Answer;
import org.roster.it.Deployed;
import org.roster.it.urac.UracTenant;

/** How long a text may be that is searched for, in the words of each contract (R42, {@code docs/operate/bounds.md}). */
@Tag("once")
class FilterBoundsIT extends Deployed {

    private static final String LONGEST = "a".repeat(2048);

    private static Answer get(String path) {
        return http().get(path).bearer(token()).send();
    }

    private static Answer urac(String path) {
        return http().get(path).header("key", UracTenant.published().key()).send();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/users, username",
        "/v1/users, email",
        "/v1/users, prefix",
        "/v1/groups, code",
        "/v1/groups, name",
        "/v1/applications, name",
        "/v1/applications, clientId",
        "/v1/events, type",
        "/v1/events/feed, type"
    })
    void aFilterOfV1HasABound(String list, String filter) {
        assertThat(get(list + '?' + filter + '=' + LONGEST).status()).isEqualTo(200);
        assertRefused(get(list + '?' + filter + '=' + LONGEST + 'a'), filter, "must have at most 2048 characters");
    }

    @Test
    void aStreamOfEventsHasTheSameBound() {
        assertRefused(
                http().get("/v1/events/stream?type=" + LONGEST + 'a')
                        .header("Accept", "text/event-stream")
                        .bearer(token())
                        .send(),
                "type",
                "must have at most 2048 characters");
    }

    @ParameterizedTest
    @CsvSource({"/users, email", "/roles, name", "/permissions, name", "/modules, name"})
    void aFilterOfAuthserviceHasABound(String list, String filter) {
        var path = "/authservice/api" + list + "/search?" + filter + '=';

        assertThat(get(path + LONGEST).status()).isEqualTo(200);
        assertWrongParameter(get(path + LONGEST + 'a'));
    }

    @Test
    void aTermOfEcontextHasABound() {
        assertThat(get("/econtext/api/users/search/" + LONGEST).status()).isEqualTo(200);

        var answer = get("/econtext/api/users/search/" + LONGEST + 'a');
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/econtext/traceback").asText())
                .isEqualTo("The \"term\" parameter is invalid. The value must have at most 2048 characters.");
    }

    @Test
    void aSearchOfAmaniHasABound() throws Exception {
        assertThat(get("/amani/api/v2/user?search=" + LONGEST).status()).isEqualTo(200);

        var answer = get("/amani/api/v2/user?search=" + LONGEST + 'a');
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json()).isEqualTo(new ObjectMapper().readTree("""
                {"search": ["Ensure this field has no more than 2048 characters."]}"""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/urac/users", "/urac/admin/users", "/urac/admin/users/count", "/urac/admin/listUsers"})
    void keywordsOfUracHaveABound(String list) {
        assertThat(urac(list + "?keywords=" + LONGEST).json().get("result").asBoolean())
                .isTrue();

        assertUracRefuses(urac(list + "?keywords=" + LONGEST + 'a'));
        assertUracRefuses(http().get(list)
                .header("key", UracTenant.published().key())
                .json(Map.of("keywords", LONGEST + 'a'))
                .send());
    }

    private static void assertUracRefuses(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/errors/details/0/code").asInt()).isEqualTo(173);
        assertThat(answer.json().at("/errors/details/0/message").asText())
                .isEqualTo("Validation failed for field: keywords -> The parameter 'keywords' failed due to: instance"
                        + " does not meet maximum length of 2048");
    }

    private static void assertRefused(Answer answer, String field, String message) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.json().get("code").asText()).isEqualTo("value_invalid");
        assertThat(answer.json().get("field").asText()).isEqualTo(field);
        assertThat(answer.json().get("detail").asText()).isEqualTo(message);
    }

    private static void assertWrongParameter(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.json().get("message").asText()).isEqualTo("Parámetro inválido");
        assertThat(answer.json().get("detail").asText()).isEqualTo("MethodArgumentTypeMismatchException");
    }
}

package org.roster.it.doors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.it.Answer;
import org.roster.it.Deployed;
import org.roster.it.urac.UracTenant;

/** How long a page may be, in each contract (R42, {@code docs/operate/bounds.md}). */
@Tag("once")
class PageBoundsIT extends Deployed {

    private static Answer get(String path) {
        return http().get(path).bearer(token()).send();
    }

    private static Answer urac(String path) {
        return http().get(path).header("key", UracTenant.published().key()).send();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/users",
                "/v1/groups",
                "/v1/applications",
                "/v1/api-keys",
                "/v1/tenants",
                "/v1/mails",
                "/v1/webhook-endpoints",
                "/v1/webhook-deliveries",
                "/v1/events",
                "/v1/events/feed",
                "/v1/audit/export"
            })
    void aPageOfV1HoldsAThousandAtTheMost(String list) {
        assertThat(get(list + "?limit=1000").status()).isEqualTo(200);

        for (var limit : new String[] {"1001", "0", "-1", "many", ""}) {
            assertRefused(get(list + "?limit=" + limit), "limit", "must be a whole number from 1 to 1000");
        }
    }

    @Test
    void aVerificationFollowsAHundredThousandPlacesAtTheMost() {
        assertThat(get("/v1/audit/verification?limit=100000").status()).isEqualTo(200);
        assertRefused(get("/v1/audit/verification?limit=100001"), "limit", "must be a whole number from 1 to 100000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/users/search",
                "/roles/search",
                "/permissions/search",
                "/modules/search",
                "/tenants/search",
                "/audit-logs"
            })
    void aPageOfAuthserviceHoldsAThousandAtTheMost(String list) {
        assertThat(get("/authservice/api" + list + "?size=1000").status()).isEqualTo(200);
        assertWrongParameter(get("/authservice/api" + list + "?size=1001"));
    }

    @Test
    void econtextTakesAnyNumberAndStreams() {
        assertThat(get("/econtext/api/users?limit=1000000").status()).isEqualTo(200);
        assertThat(get("/econtext/api/organizations?limit=1000000").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"5000, 2000", "2000, 2000", "1999, 1999", "0, 2000", "-1, 2000"})
    void uracCutsAtItsTwoThousand(int asked, int given) {
        var answer = urac("/urac/users?limit=" + asked);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/data/limit").asInt()).isEqualTo(given);
    }

    @Test
    void amaniTakesASizeBeyondAThousand() { // and cuts it, see AmaniPagingTest
        assertThat(get("/amani/api/v2/user?page_size=1001").status()).isEqualTo(200);
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

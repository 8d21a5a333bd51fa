package org.roster.it.econtext;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Organizations, which are the tenants of the directory. */
class EcontextOrganizationsIT extends EcontextApi {

    private static JsonNode made() {
        return result(post(ORGANIZATION, Map.of("name", unique("Example, Inc."))), "organization");
    }

    @Test
    void anOrganizationIsWhatWasWished() {
        var own = UUID.randomUUID().toString();
        var name = unique("Example & Söhne");
        var wish = Map.of("id", own, "name", name, "custom_data", Map.of("depth", 9));

        var organization = result(post(ORGANIZATION, wish), "organization");

        assertThat(organization).isEqualTo(json("""
                {
                  "id": "%1$s",
                  "name": "%2$s",
                  "status": "ENABLED",
                  "created_at": "%3$s",
                  "modified_at": "%3$s",
                  "data": [{"key": "depth", "value": 9}],
                  "custom_data": {"depth": 9},
                  "href": "%4$s/api/organizations/organization/%1$s"
                }""".formatted(
                        own, name, organization.get("created_at").asText(), base())));
        assertThat(result(get(ORGANIZATION + "/" + own), "organization")).isEqualTo(organization);
        assertThat(result(get("/api/organizations"), "organizations")).contains(organization);
    }

    @Test
    void aNameIsNeededAndUnique() {
        var name = made().get("name").asText();
        var own = id(made());

        assertMissing(post(ORGANIZATION, "{}"), "name");
        assertInvalid(
                post(ORGANIZATION, Map.of("name", name.toUpperCase(Locale.ROOT))),
                "name",
                "An Organization with that name already exists");
        assertInvalid(
                post(ORGANIZATION, Map.of("id", own, "name", unique("x"))),
                "id",
                "An Organization with that id already exists");
    }

    @Test
    void aChangeTouchesOnlyWhatIsGiven() {
        var organization = made();
        var path = ORGANIZATION + "/" + id(organization);
        http().patch("/v1/tenants/" + id(organization))
                .bearer(token())
                .mergePatch("{\"settings\": {\"other\": true}}")
                .send();

        var changed = result(put(path, Map.of("custom_data", Map.of("a", 1))), "organization");

        assertThat(changed.get("custom_data")).isEqualTo(json("{\"a\": 1}"));
        assertThat(changed.get("name")).isEqualTo(organization.get("name"));
        assertThat(http().get("/v1/tenants/" + id(organization))
                        .bearer(token())
                        .send()
                        .json()
                        .at("/settings/other")
                        .asBoolean())
                .isTrue();
        assertThat(result(put(path, Map.of("name", "Other", "custom_data", Map.of())), "organization")
                        .get("custom_data"))
                .isEmpty();
    }

    @Test
    void anOrganizationIsDeletedWhenItIsDisabledAndEmpty() {
        var organization = id(made());
        var path = ORGANIZATION + "/" + organization;
        var user = id(v1("/v1/users", Map.of("tenant", organization, "username", "jane")));

        assertConflict(delete(path), "Organization must be disabled before deletion is possible");
        result(put(path, Map.of("status", "DISABLED")));
        assertConflict(delete(path), "Users must be deleted or updated before organization deletion is possible");
        http().delete("/v1/users/" + user)
                .query("tenant", organization)
                .bearer(token())
                .send();
        assertDeleted(delete(path));
        assertInvalid(get(path), "orgid", "Organization not found");
    }

    @ParameterizedTest
    @ValueSource(strings = {UNKNOWN, "x", "default"})
    void anUnknownOrganizationAnswers400(String id) {
        var path = ORGANIZATION + "/" + id;

        assertInvalid(get(path), "orgid", "Organization not found");
        assertInvalid(put(path, "{}"), "orgid", "Organization not found");
        assertInvalid(delete(path), "orgid", "Organization not found");
        assertInvalid(get(path + "/users"), "orgid", "Organization not found");
    }

    @Test
    void aPartOfTheListIsInTheOrderOfTheNames() {
        made();
        made();

        var first = result(get("/api/organizations?limit=2"), "organizations");
        var next = result(get("/api/organizations?limit=1&offset=1&order_by=name"), "organizations");

        assertThat(first).hasSize(2);
        assertThat(next).containsExactly(first.get(1));
        assertInvalid(get("/api/organizations?order_by=id"), "order_by", "Expecting name");
        assertInvalid(get("/api/organizations?limit=x"), "limit", "The value must be an integer.");
    }

    @Test
    void theDefaultOrganizationStaysEnabled() {
        var tenant = http().get("/v1/tenants/default").bearer(token()).send().json();

        assertConflict(
                put(ORGANIZATION + "/" + id(tenant), Map.of("status", "DISABLED")), "The default tenant stays active");
    }

    @Test
    void aCallerHeldToItsOwnSeesNoOther() {
        var own = id(made());
        var other = id(made());
        var clerk = person(own, "tenants:read", "tenants:create", "tenants:delete", "tenants:update", "users:read");

        assertThat(ids(result(clerk.send("GET", "/api/organizations", null), "organizations")))
                .containsExactly(own);
        assertThat(ids(result(clerk.send("GET", "/api/organizations?limit=5", null), "organizations")))
                .containsExactly(own);
        result(clerk.send("GET", ORGANIZATION + "/" + own, null));
        for (var id : List.of(other, UNKNOWN)) {
            var path = ORGANIZATION + "/" + id;
            assertInvalid(clerk.send("GET", path, null), "orgid", "Organization not found");
            assertInvalid(clerk.send("PUT", path, "{}"), "orgid", "Organization not found");
            assertInvalid(clerk.send("DELETE", path, null), "orgid", "Organization not found");
            assertInvalid(clerk.send("GET", path + "/users", null), "orgid", "Organization not found");
        }
        assertForbidden(clerk.send("POST", ORGANIZATION, Map.of("name", unique("x"))));
        result(clerk.send("PUT", ORGANIZATION + "/" + own, Map.of("status", "ENABLED")));
    }
}

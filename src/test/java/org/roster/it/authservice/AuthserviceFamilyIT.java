package org.roster.it.authservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Modules, audit logs, API keys and tenants of this contract. */
class AuthserviceFamilyIT extends AuthserviceApi {

    private static final String AUDIT = "/api/audit-logs";

    @Test
    void aModuleIsAddedReadChangedAndRemoved() {
        var name = unique("Reportes");

        var added = send("POST", MODULES, Map.of("name", name, "path", "/reportes", "icon", "chart-bar"));

        assertStatus(added, 201);
        var id = added.json().get("id").asText();
        var module = """
                {"id": "%s", "name": "%s", "path": "/reportes", "icon": "chart-bar", "status": "ACTIVO"}
                """.formatted(id, name);
        assertThat(added.json()).isEqualTo(json(module));
        assertJson(get(MODULES + '/' + id), 200, module);
        assertThat(get(MODULES).json()).contains(json(module));
        assertJson(get(MODULES + "/search?name=" + name), 200, """
                {"content": [%s], "pageNumber": 0, "pageSize": 10, "totalElements": 1, "totalPages": 1, "isLast": true}
                """.formatted(module));
        assertJson(send("PUT", MODULES + '/' + id, Map.of("path", "/otro", "icon", "")), 200, """
                {"id": "%s", "name": "%s", "path": "/otro", "icon": null, "status": "ACTIVO"}
                """.formatted(id, name));
        assertEmpty(call("PATCH", MODULES + '/' + id + "/deactivate"), 204);
        assertThat(get(MODULES + '/' + id).json().get("status").asText()).isEqualTo("INACTIVO");
        assertEmpty(call("PATCH", MODULES + '/' + id + "/activate"), 204);
        assertThat(get(MODULES + '/' + id).json().get("status").asText()).isEqualTo("ACTIVO");
        assertError(
                send("POST", MODULES, Map.of("name", name, "path", "/x")),
                409,
                "El módulo ya existe",
                "ModuleAlreadyExistsException");
        assertEmpty(call("DELETE", MODULES + '/' + id), 204);
        assertError(get(MODULES + '/' + id), 404, "Módulo no encontrado", "ModuleNotFoundException");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                              | El nombre del módulo es obligatorio; El path es obligatorio
            {"name":"a","path":""}          | El path es obligatorio
            {"name":"a","path":"reportes"}  | El path debe comenzar con '/'
            {"name":"","path":"/a"}         | El nombre del módulo es obligatorio
            """)
    void whatIsWrongWithAModuleIsSaid(String body, String detail) {
        assertInvalid(send("POST", MODULES, body), detail);
    }

    @Test
    void whatIsTooLongForAModuleIsRefused() {
        assertInvalid(
                send(
                        "POST",
                        MODULES,
                        Map.of("name", "a".repeat(101), "path", '/' + "b".repeat(200), "icon", "c".repeat(101))),
                "El nombre del módulo no puede exceder 100 caracteres; El path no puede exceder 200 caracteres;"
                        + " El icono no puede exceder 100 caracteres");
    }

    @Test
    void anApplicationWithoutAPathIsNoModule() {
        var made = http().post("/v1/applications")
                .bearer(token())
                .json(Map.of("name", unique("app")))
                .send();
        assertStatus(made, 201);
        var id = made.json().get("id").asText();

        assertError(get(MODULES + '/' + id), 404, "Módulo no encontrado", "ModuleNotFoundException");
        assertError(call("DELETE", MODULES + '/' + id), 404, "Módulo no encontrado", "ModuleNotFoundException");
        assertThat(texts(get(MODULES).json(), "id")).doesNotContain(id);
    }

    @Test
    void aChangeStandsInTheAuditLog() {
        var address = email("audited");
        var answer = http().post(USERS)
                .bearer(token())
                .header("X-Request-Id", "audit-1")
                .json(john(address))
                .send();
        var id = answer.json().get("id").asText();

        var page = get(AUDIT + "?module=USERS&size=1000").json();

        var found = page.get("content").findParents("entityId").stream()
                .filter(one -> one.get("entityId").asText().equals(id))
                .toList();
        assertThat(found).hasSize(1);
        var log = found.get(0);
        assertThat(log.get("module").asText()).isEqualTo("USERS");
        assertThat(log.get("action").asText()).isEqualTo("CREATED");
        assertThat(log.get("username").asText()).isNotEmpty();
        assertThat(log.get("requestId").asText()).isEqualTo("audit-1");
        assertThat(log.get("after").get("email").asText()).isEqualTo(address);
        assertThat(Instant.parse(log.get("timestamp").asText()))
                .isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        assertThat(page.toString()).doesNotContain(PASSWORD);
    }

    @Test
    void theAuditLogIsFilteredSortedAndPaged() {
        newRole(unique("registrado"));
        newUser(email("logged"));

        var newest = get(AUDIT + "?module=ROLES&size=2").json();
        var oldest = get(AUDIT + "?module=roles&size=2&sortField=timestamp&sortDir=asc")
                .json();
        var today = Instant.now().toString().substring(0, 10);

        assertThat(texts(newest.get("content"), "module")).containsOnly("ROLES");
        assertThat(newest.at("/content/0/timestamp").asText())
                .isGreaterThan(oldest.at("/content/0/timestamp").asText());
        assertThat(newest.get("totalElements")).isEqualTo(oldest.get("totalElements"));
        assertThat(newest.get("pageSize").asInt()).isEqualTo(2);
        assertThat(get(AUDIT + "?date=" + today).json().get("totalElements").asLong())
                .isPositive();
        assertThat(get(AUDIT + "?date=2000-01-01").json().get("totalElements").asLong())
                .isZero();
        assertThat(get(AUDIT + "?module=nothing").json().get("content")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"date=yesterday", "date=2026-13-01", "sortDir=up", "sortField=password", "page=x", "size=0"})
    void whatTheAuditLogCannotDoIsAnswered400(String parameter) {
        assertError(get(AUDIT + '?' + parameter), 400, "Parámetro inválido", "MethodArgumentTypeMismatchException");
    }

    @Test
    void anApiKeyIsShownOnceAndOpensWhatItWasGiven() {
        var user = newUser(email("keyed"));
        give(user, RosterSide.group(unique("readers"), "READ_PRIVILEGES"));
        var path = USERS + '/' + user + "/api-keys";

        var added = send("POST", path, Map.of("name", "clave", "permissions", List.of("READ_PRIVILEGES")));

        assertStatus(added, 201);
        var key = added.json().get("key").asText();
        var id = added.json().get("id").asText();
        var shown = """
                {"id": "%s", "name": "clave", "description": null, "permissions": ["READ_PRIVILEGES"], "hint": "%s",
                 "expiresAt": null, "status": "ACTIVO"}
                """.formatted(id, added.json().get("hint").asText());
        assertJson(get(path + '/' + id), 200, shown);
        assertJson(get(path), 200, '[' + shown + ']');
        assertStatus(http().get(USERS).header("X-API-Key", key).send(), 200);
        assertEmpty(call("PATCH", path + '/' + id + "/deactivate"), 204);
        assertStatus(http().get(USERS).header("X-API-Key", key).send(), 401);
        assertEmpty(call("PATCH", path + '/' + id + "/activate"), 204);
        assertThat(send("PUT", path + '/' + id, Map.of("name", "otra"))
                        .json()
                        .get("name")
                        .asText())
                .isEqualTo("otra");
        assertEmpty(call("DELETE", path + '/' + id), 204);
        assertError(get(path + '/' + id), 404, "Clave de API no encontrada", "ApiKeyNotFoundException");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                              | El nombre de la clave es obligatorio
            {"name":"k","permissions":[null]}               | Los permisos no son válidos
            {"name":"k","permissions":["dos palabras"]}     | Los permisos no son válidos
            {"name":"k","expiresAt":"2001-01-01T00:00:00Z"} | La fecha de expiración debe ser futura
            """)
    void whatIsWrongWithAnApiKeyIsSaid(String body, String detail) {
        var user = newUser(email("keyless"));

        assertInvalid(send("POST", USERS + '/' + user + "/api-keys", body), detail);
    }

    @Test
    void aTenantIsAddedReadChangedAndRemoved() {
        var code = unique("t");

        var added = send("POST", "/api/tenants", Map.of("code", code, "name", "Ñandú"));

        assertStatus(added, 201);
        var id = added.json().get("id").asText();
        var tenant = """
                {"id": "%s", "code": "%s", "name": "Ñandú", "description": null, "status": "ACTIVO"}
                """.formatted(id, code);
        assertThat(added.json()).isEqualTo(json(tenant));
        assertJson(get("/api/tenants/" + id), 200, tenant);
        assertThat(get("/api/tenants").json()).contains(json(tenant));
        assertThat(get("/api/tenants/search?size=1000").json().get("content")).contains(json(tenant));
        assertError(
                send("POST", "/api/tenants", Map.of("code", code, "name", "x")),
                409,
                "El inquilino ya existe",
                "TenantAlreadyExistsException");
        assertThat(send("PUT", "/api/tenants/" + id, Map.of("description", "d"))
                        .json()
                        .get("description")
                        .asText())
                .isEqualTo("d");
        assertEmpty(call("PATCH", "/api/tenants/" + id + "/deactivate"), 204);
        assertThat(get("/api/tenants/" + id).json().get("status").asText()).isEqualTo("INACTIVO");
        assertEmpty(call("PATCH", "/api/tenants/" + id + "/activate"), 204);
        assertEmpty(call("DELETE", "/api/tenants/" + id), 204);
        assertError(get("/api/tenants/" + id), 404, "Inquilino no encontrado", "TenantNotFoundException");
    }

    @Test
    void whatIsWrongWithATenantIsSaid() {
        assertInvalid(send("POST", "/api/tenants", "{}"), "El nombre es obligatorio; El código es obligatorio");
        assertInvalid(
                send("POST", "/api/tenants", Map.of("code", "a b", "name", "x")),
                "El código solo admite letras, dígitos, puntos, guiones y guiones bajos, hasta 64");
    }
}

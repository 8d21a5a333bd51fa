package org.roster.it.authservice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The catalogue of permissions, through this contract. */
class AuthservicePermissionsIT extends AuthserviceApi {

    private static JsonNode named(String name) {
        for (var one : get(PERMISSIONS).json()) {
            if (one.get("name").asText().equals(name)) {
                return one;
            }
        }
        throw new AssertionError("no permission " + name);
    }

    @Test
    void aPermissionIsAddedReadListedAndChanged() {
        var name = unique("REPORTES_LEER");

        var added = send("POST", PERMISSIONS, Map.of("name", name, "description", "Leer"));

        assertStatus(added, 201);
        var id = added.json().get("id").asText();
        var permission = """
                {"id": "%s", "name": "%s", "description": "Leer", "status": "ACTIVO"}
                """.formatted(id, name);
        assertThat(added.json()).isEqualTo(json(permission));
        assertJson(get(PERMISSIONS + '/' + id), 200, permission);
        assertThat(get(PERMISSIONS).json()).contains(json(permission));
        assertJson(get(PERMISSIONS + "/search?name=" + name.toLowerCase(Locale.ROOT)), 200, """
                {"content": [%s], "pageNumber": 0, "pageSize": 10, "totalElements": 1, "totalPages": 1, "isLast": true}
                """.formatted(permission));
        assertJson(send("PUT", PERMISSIONS + '/' + id, Map.of("description", "")), 200, """
                {"id": "%s", "name": "%s", "description": null, "status": "ACTIVO"}
                """.formatted(id, name));
        assertEmpty(call("PATCH", PERMISSIONS + '/' + id + "/deactivate"), 204);
        assertThat(named(name).get("status").asText()).isEqualTo("INACTIVO");
        assertEmpty(call("PATCH", PERMISSIONS + '/' + id + "/activate"), 204);
        assertThat(named(name).get("status").asText()).isEqualTo("ACTIVO");
        assertEmpty(call("DELETE", PERMISSIONS + '/' + id), 204);
        assertError(get(PERMISSIONS + '/' + id), 404, "Permiso no encontrado", "PermissionNotFoundException");
    }

    @Test
    void theListIsInTheOrderOfNamesAndHasRostersOwn() {
        var names = texts(get(PERMISSIONS).json(), "name");

        var sorted = new ArrayList<>(names);
        Collections.sort(sorted);
        assertThat(names).isEqualTo(sorted).contains("ADMIN", "READ_PRIVILEGES", "WRITE_PRIVILEGES", "users:create");
        assertThat(named("ADMIN").get("id")).isEqualTo(named("ADMIN").get("id"));
        assertThat(get(PERMISSIONS + '/' + named("users:create").get("id").asText())
                        .json())
                .isEqualTo(named("users:create"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                         | El nombre del permiso es obligatorio
            {"name":""}                | El nombre del permiso es obligatorio
            {"name":"dos palabras"}    | El nombre del permiso solo admite caracteres ASCII visibles, sin espacios, comillas ni barras invertidas
            {"name":"añadir"}          | El nombre del permiso solo admite caracteres ASCII visibles, sin espacios, comillas ni barras invertidas
            """)
    void whatIsWrongIsSaid(String body, String detail) {
        assertInvalid(send("POST", PERMISSIONS, body), detail);
    }

    @Test
    void whatIsTooLongIsRefused() {
        assertInvalid(
                send("POST", PERMISSIONS, Map.of("name", "a".repeat(101), "description", "b".repeat(201))),
                "El nombre del permiso no puede exceder 100 caracteres; La descripción no puede exceder 200 caracteres");
    }

    @Test
    void aNameInTheCatalogueIsTaken() {
        var name = unique("TOMADO");
        addedId(PERMISSIONS, Map.of("name", name));
        var other = addedId(PERMISSIONS, Map.of("name", unique("OTRO")));
        var carried = unique("carried");
        RosterSide.group(unique("g"), carried);

        for (var taken : List.of(name, "ADMIN", "users:create", carried)) {
            assertError(
                    send("POST", PERMISSIONS, Map.of("name", taken)),
                    409,
                    "El permiso ya existe",
                    "PermissionAlreadyExistsException");
            assertError(
                    send("PUT", PERMISSIONS + '/' + other, Map.of("name", taken)),
                    409,
                    "El permiso ya existe",
                    "PermissionAlreadyExistsException");
        }
    }

    @Test
    void aRenamedPermissionIsRenamedInEveryRole() {
        var old = unique("VIEJO");
        var renamed = unique("NUEVO");
        var longer = old + ".more";
        var group = RosterSide.group(unique("carriers"), old, longer);
        var id = named(old).get("id").asText();

        var answer = send("PUT", PERMISSIONS + '/' + id, Map.of("name", renamed));

        assertStatus(answer, 200);
        assertThat(answer.json().get("id").asText()).isEqualTo(id);
        assertThat(texts(get(ROLES + '/' + group).json().get("permissions"), "name"))
                .containsExactlyInAnyOrder(renamed, longer);
        RosterSide.group(unique("again"), old);
        assertThat(named(old).get("id").asText()).isNotEqualTo(id);
        assertThat(named(renamed).get("id").asText()).isEqualTo(id);
    }

    @Test
    void whatARoleCarriesOrRosterEnforcesStays() {
        var name = unique("EN_USO");
        RosterSide.group(unique("carriers"), name);

        assertError(
                call("DELETE", PERMISSIONS + '/' + named(name).get("id").asText()),
                409,
                "El permiso está en uso",
                "PermissionInUseException");
        var admin = PERMISSIONS + '/' + named("ADMIN").get("id").asText();
        assertError(call("DELETE", admin), 409, "El permiso está en uso", "PermissionInUseException");
        assertError(
                send("PUT", admin, Map.of("name", unique("JEFE"))),
                409,
                "El permiso está en uso",
                "PermissionInUseException");
    }

    @Test
    void aPermissionOutOfUseGivesNothingToAnybody() {
        var tenant = RosterSide.tenant();
        var admin = RosterSide.clientOf(
                tenant,
                "ADMIN",
                "WRITE_PRIVILEGES",
                "READ_PRIVILEGES",
                "users:read",
                "permissions:grant",
                "api-keys:create");
        var role =
                added(admin, ROLES, Map.of("name", "READ_PRIVILEGES")).get("id").asText();
        var user = added(admin, USERS, john(email("reader"))).get("id").asText();
        assertStatus(call(admin, "POST", USERS + '/' + user + "/roles/" + role), 204);
        var key = added(
                        admin,
                        USERS + '/' + user + "/api-keys",
                        Map.of("name", "k", "permissions", List.of("READ_PRIVILEGES")))
                .get("key")
                .asText();
        assertStatus(http().get(ROLES).header("X-API-Key", key).send(), 200);
        var found =
                call(admin, "GET", PERMISSIONS + "/search?name=READ_PRIVILEGES").json();
        var permission = found.get("content").get(0).get("id").asText();

        assertEmpty(call(admin, "PATCH", PERMISSIONS + '/' + permission + "/deactivate"), 204);

        assertDenied(http().get(ROLES).header("X-API-Key", key).send());
        assertThat(call(admin, "GET", USERS + '/' + user)
                        .json()
                        .at("/roles/0/permissions/0/status")
                        .asText())
                .isEqualTo("INACTIVO");
        assertEmpty(call(admin, "PATCH", PERMISSIONS + '/' + permission + "/activate"), 204);
        assertStatus(http().get(ROLES).header("X-API-Key", key).send(), 200);
    }
}

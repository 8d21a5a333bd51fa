package org.roster.it.authservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Roles of this contract, and which permissions and users they have. */
class AuthserviceRolesIT extends AuthserviceApi {

    private static String permission(String name) {
        return addedId(PERMISSIONS, Map.of("name", name));
    }

    private static String idOf(String permission) {
        for (var one :
                get(PERMISSIONS + "/search?size=1000&name=" + permission).json().get("content")) {
            if (one.get("name").asText().equals(permission)) {
                return one.get("id").asText();
            }
        }
        throw new AssertionError("no permission " + permission);
    }

    @Test
    void aRoleIsAddedReadAndListed() {
        var name = unique("EDITOR");

        var added = send("POST", ROLES, Map.of("name", name, "description", "Edita páginas"));

        assertStatus(added, 201);
        var id = added.json().get("id").asText();
        var role = """
                {"id": "%s", "name": "%s", "description": "Edita páginas", "permissions": [], "status": "ACTIVO"}
                """.formatted(id, name);
        assertThat(added.json()).isEqualTo(json(role));
        assertJson(get(ROLES + '/' + id), 200, role);
        assertThat(get(ROLES).json()).contains(json(role));
        assertJson(get(ROLES + "/search?name=" + name.toLowerCase(Locale.ROOT)), 200, """
                {"content": [%s], "pageNumber": 0, "pageSize": 10, "totalElements": 1, "totalPages": 1, "isLast": true}
                """.formatted(role));
    }

    @Test
    void aNameInUseIsAConflictInEveryLetterCase() {
        var name = unique("Única");
        newRole(name);

        assertError(
                send("POST", ROLES, Map.of("name", name.toUpperCase(Locale.ROOT))),
                409,
                "El rol ya existe",
                "RoleAlreadyExistsException");
        assertError(
                send("PUT", ROLES + '/' + newRole(unique("otro")), Map.of("name", ' ' + name + ' ')),
                409,
                "El rol ya existe",
                "RoleAlreadyExistsException");
    }

    @Test
    void ofManyAtOnceOneGetsTheName() throws Exception {
        var name = unique("Carrera ñ");
        var pool = Executors.newFixedThreadPool(8);
        try {
            Callable<Integer> create =
                    () -> send("POST", ROLES, Map.of("name", name)).status();
            var statuses = new ArrayList<Integer>();
            for (var done : pool.invokeAll(Collections.nCopies(8, create))) {
                statuses.add(done.get());
            }
            assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void namesThatDifferInAccentsOnlyAreTwoRoles() {
        var stem = unique("peña");

        var first = newRole(stem);
        var second = newRole(stem.replace("ñ", "n"));

        assertThat(first).isNotEqualTo(second);
        assertStatus(send("POST", ROLES, Map.of("name", stem.replace("ñ", "n"))), 409);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                       | El nombre del rol es obligatorio
            {"name":" "}             | El nombre del rol es obligatorio
            {"name":"a\\nb"}         | El nombre del rol contiene caracteres no válidos
            """)
    void whatIsWrongIsSaid(String body, String detail) {
        assertInvalid(send("POST", ROLES, body), detail);
    }

    @Test
    void whatIsTooLongIsRefused() {
        assertInvalid(
                send("POST", ROLES, Map.of("name", "a".repeat(101), "description", "b".repeat(201))),
                "El nombre del rol no puede exceder 100 caracteres; La descripción no puede exceder 200 caracteres");
    }

    @Test
    void aChangeTouchesOnlyWhatItNames() {
        var id = addedId(ROLES, Map.of("name", unique("antes"), "description", "d"));
        var name = unique("después");

        var renamed = send("PUT", ROLES + '/' + id, Map.of("name", name));
        var bare = send("PUT", ROLES + '/' + id, Map.of("description", ""));

        assertThat(renamed.json().get("description").asText()).isEqualTo("d");
        assertThat(bare.json().get("name").asText()).isEqualTo(name);
        assertThat(bare.json().get("description").isNull()).isTrue();
        assertInvalid(send("PUT", ROLES + '/' + id, "{\"name\":\"\"}"), "El nombre del rol es obligatorio");
    }

    @Test
    void aRoleOutOfUseGivesNothing() {
        var address = email("reader");
        var user = newUser(address);
        var role = RosterSide.group(unique("lectores"), "READ_PRIVILEGES");
        give(user, role);
        var token = tokenOf(address);

        assertEmpty(call("PATCH", ROLES + '/' + role + "/deactivate"), 204);

        assertDenied(call(token, "GET", ROLES));
        assertThat(get(USERS + '/' + user)
                        .json()
                        .get("roles")
                        .get(0)
                        .get("status")
                        .asText())
                .isEqualTo("INACTIVO");
        assertEmpty(call("PATCH", ROLES + '/' + role + "/activate"), 204);
        assertStatus(call(token, "GET", ROLES), 200);
    }

    @Test
    void aRemovedRoleIsGone() {
        var role = newRole(unique("breve"));
        var user = newUser(email("was"));
        give(user, role);

        assertEmpty(call("DELETE", ROLES + '/' + role), 204);

        assertError(get(ROLES + '/' + role), 404, "Rol no encontrado", "RoleNotFoundException");
        assertThat(get(USERS + '/' + user).json().get("roles")).isEmpty();
    }

    @Test
    void anUnknownRoleIsAnswered404() {
        for (var path : List.of("", "/activate", "/deactivate")) {
            var method = path.isEmpty() ? "DELETE" : "PATCH";
            assertError(call(method, ROLES + '/' + NOBODY + path), 404, "Rol no encontrado", "RoleNotFoundException");
        }
        assertError(send("PUT", ROLES + '/' + NOBODY, "{}"), 404, "Rol no encontrado", "RoleNotFoundException");
    }

    @Test
    void aUserShowsItsRolesWithTheirPermissions() {
        var name = unique("REPORTES");
        var permission = addedId(PERMISSIONS, Map.of("name", name, "description", "Lee reportes"));
        var roleName = unique("ANALISTA");
        var role = newRole(roleName);
        assertEmpty(call("POST", ROLES + '/' + role + "/permissions/" + permission), 204);
        var user = newUser(email("analyst"));

        give(user, role);

        var expected = json("""
                [{"id": "%s", "name": "%s", "description": null, "status": "ACTIVO", "permissions":
                 [{"id": "%s", "name": "%s", "description": "Lee reportes", "status": "ACTIVO"}]}]
                """.formatted(role, roleName, permission, name));
        assertThat(get(USERS + '/' + user).json().get("roles")).isEqualTo(expected);
        assertThat(send("PUT", USERS + '/' + user, "{}").json().get("roles")).isEqualTo(expected);
        for (var one : get(USERS).json()) {
            if (one.get("id").asText().equals(user)) {
                assertThat(one.get("roles")).isEqualTo(expected);
            }
        }
    }

    @Test
    void aRoleIsGivenAndTakenOnce() {
        var user = newUser(email("once"));
        var role = newRole(unique("uno"));
        var path = USERS + '/' + user + "/roles/" + role;

        assertEmpty(call("POST", path), 204);
        assertError(call("POST", path), 409, "El usuario ya tiene ese rol", "RoleAlreadyAssignedException");
        assertEmpty(call("DELETE", path), 204);
        assertError(call("DELETE", path), 409, "El usuario no tiene ese rol", "RoleNotAssignedException");
    }

    @Test
    void rolesAndUsersThatThereAreNotAreAnswered404() {
        var user = newUser(email("some"));
        var role = newRole(unique("algo"));

        for (var method : List.of("POST", "DELETE")) {
            assertError(
                    call(method, USERS + '/' + user + "/roles/" + NOBODY),
                    404,
                    "Rol no encontrado",
                    "RoleNotFoundException");
            assertError(
                    call(method, USERS + '/' + NOBODY + "/roles/" + role),
                    404,
                    "Usuario no encontrado",
                    "UserNotFoundException");
            assertError(
                    call(method, ROLES + '/' + role + "/permissions/" + NOBODY),
                    404,
                    "Permiso no encontrado",
                    "PermissionNotFoundException");
            assertError(
                    call(method, USERS + '/' + user + "/roles/x"),
                    400,
                    "Parámetro inválido",
                    "MethodArgumentTypeMismatchException");
        }
    }

    @Test
    void aPermissionIsGivenAndTakenOnce() {
        var role = newRole(unique("dos"));
        var path = ROLES + '/' + role + "/permissions/" + permission(unique("P"));

        assertEmpty(call("POST", path), 204);
        assertError(call("POST", path), 409, "El rol ya tiene ese permiso", "PermissionAlreadyAssignedException");
        assertEmpty(call("DELETE", path), 204);
        assertError(call("DELETE", path), 409, "El rol no tiene ese permiso", "PermissionNotAssignedException");
    }

    @Test
    void aPermissionThatRosterEnforcesCanBeGivenByItsId() {
        var role = newRole(unique("escritores"));
        assertEmpty(call("POST", ROLES + '/' + role + "/permissions/" + idOf("WRITE_PRIVILEGES")), 204);
        var address = email("writer");
        give(newUser(address), role);

        assertStatus(send(tokenOf(address), "POST", USERS, john(email("made"))), 201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ADMIN", "WRITE_PRIVILEGES", "READ_PRIVILEGES"})
    void aRoleOfThatNameGivesTheAuthority(String authority) {
        var tenant = RosterSide.tenant();
        var admin = RosterSide.clientOf(tenant, "ADMIN", "WRITE_PRIVILEGES", "READ_PRIVILEGES", "permissions:grant");

        var role = added(admin, ROLES, Map.of("name", authority));

        assertThat(texts(role.get("permissions"), "name")).isEqualTo(List.of(authority));
        var renamed = send(admin, "PUT", ROLES + '/' + role.get("id").asText(), Map.of("name", "OTRO"));
        assertThat(renamed.json().get("permissions")).isEmpty();
        var back = send(admin, "PUT", ROLES + '/' + role.get("id").asText(), Map.of("name", authority));
        assertThat(texts(back.json().get("permissions"), "name")).isEqualTo(List.of(authority));
    }
}

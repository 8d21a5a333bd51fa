package org.roster.it.authservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.it.Credentials;

/** Nobody gets further through this contract than they already are (R9, R10), nor into another tenant. */
class AuthserviceRightsIT extends AuthserviceApi {

    private static String idOf(String token, String permission) {
        for (var one : call(token, "GET", PERMISSIONS).json()) {
            if (one.get("name").asText().equals(permission)) {
                return one.get("id").asText();
            }
        }
        throw new AssertionError("no permission " + permission);
    }

    private static String administrator() {
        var found = get(USERS + "/search?email=" + Credentials.ADMIN_EMAIL).json();
        return found.get("content").get(0).get("id").asText();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ADMIN", "READ_PRIVILEGES"})
    void nobodyMakesARoleThatIsARightTheyDoNotHold(String name) {
        var tenant = RosterSide.tenant();
        var writer = RosterSide.clientOf(tenant, "WRITE_PRIVILEGES");

        assertDenied(send(writer, "POST", ROLES, Map.of("name", name)));
        var role = added(writer, ROLES, Map.of("name", "x")).get("id").asText();
        assertDenied(send(writer, "PUT", ROLES + '/' + role, Map.of("name", name)));
    }

    @Test
    void nobodyGivesARoleAPermissionTheyDoNotHold() {
        var tenant = RosterSide.tenant();
        var writer = RosterSide.clientOf(tenant, "WRITE_PRIVILEGES", "READ_PRIVILEGES");
        var role = added(writer, ROLES, Map.of("name", "x")).get("id").asText();
        var foreign = added(writer, PERMISSIONS, Map.of("name", "payroll:approve"))
                .get("id")
                .asText();

        for (var permission : List.of("ADMIN", "users:delete", "platform", "permissions:grant")) {
            assertDenied(call(writer, "POST", ROLES + '/' + role + "/permissions/" + idOf(writer, permission)));
        }
        assertDenied(call(writer, "POST", ROLES + '/' + role + "/permissions/" + foreign));
        assertStatus(
                call(writer, "POST", ROLES + '/' + role + "/permissions/" + idOf(writer, "WRITE_PRIVILEGES")), 204);
    }

    @Test
    void nobodyPutsAnybodyIntoARoleBeyondTheirOwnRights() {
        var strong = RosterSide.group(unique("strong"), "users:delete");
        var address = email("climber");
        var self = newUser(address);
        give(self, RosterSide.group(unique("writers"), "WRITE_PRIVILEGES"));
        var climber = tokenOf(address);
        var other = newUser(email("other"));

        assertDenied(call(climber, "POST", USERS + '/' + self + "/roles/" + strong));
        assertDenied(call(climber, "POST", USERS + '/' + other + "/roles/" + strong));
        give(other, strong);
        assertDenied(call(climber, "DELETE", USERS + '/' + other + "/roles/" + strong));
        assertDenied(send(climber, "PUT", ROLES + '/' + strong, Map.of("name", unique("weak"))));
        assertDenied(call(climber, "PATCH", ROLES + '/' + strong + "/deactivate"));
        assertDenied(call(climber, "DELETE", ROLES + '/' + strong));
    }

    @Test
    void nobodyTouchesAUserWhoMayMore() {
        var writer = tokenHolding("WRITE_PRIVILEGES");
        var admin = USERS + '/' + administrator();

        assertDenied(send(writer, "PUT", admin, Map.of("password", "taken over now")));
        assertDenied(send(writer, "PUT", admin, Map.of("email", email("mine"))));
        assertDenied(call(writer, "PATCH", admin + "/deactivate"));
        assertDenied(call(writer, "DELETE", admin));
        assertDenied(send(writer, "POST", admin + "/api-keys", Map.of("name", "k")));
        assertStatus(logIn(Credentials.ADMIN_EMAIL, Credentials.ADMIN_PASSWORD), 200);
    }

    @Test
    void nobodyMintsAKeyWithMoreThanTheyHold() {
        var address = email("minter");
        var self = newUser(address);
        give(self, RosterSide.group(unique("writers"), "WRITE_PRIVILEGES"));
        var token = tokenOf(address);
        var path = USERS + '/' + self + "/api-keys";

        assertDenied(send(token, "POST", path, Map.of("name", "k", "permissions", List.of("ADMIN"))));
        var key = added(token, path, Map.of("name", "k", "permissions", List.of("WRITE_PRIVILEGES")));
        assertDenied(send(token, "PUT", path + '/' + key.get("id").asText(), Map.of("permissions", List.of("ADMIN"))));
    }

    @Test
    void nobodyRenamesOrSwitchesOffWhatOthersHoldByARightTheyLack() {
        var name = unique("payroll");
        RosterSide.group(unique("clerks"), name);
        var writer = token("WRITE_PRIVILEGES", "READ_PRIVILEGES");
        var path = PERMISSIONS + '/' + idOf(token(), name);

        assertDenied(send(writer, "PUT", path, Map.of("name", unique("mine"))));
        assertDenied(call(writer, "PATCH", path + "/deactivate"));
        assertDenied(call(writer, "PATCH", PERMISSIONS + '/' + idOf(token(), "ADMIN") + "/deactivate"));
        assertStatus(call("PATCH", path + "/deactivate"), 204);
    }

    @Test
    void aTokenLosesWhatItsUserLoses() {
        var address = email("loser");
        var user = newUser(address);
        var role = RosterSide.group(unique("writers"), "WRITE_PRIVILEGES");
        give(user, role);
        var token = tokenOf(address);
        assertStatus(send(token, "POST", USERS, john(email("before"))), 201);

        assertStatus(call("DELETE", USERS + '/' + user + "/roles/" + role), 204);

        assertDenied(send(token, "POST", USERS, john(email("after"))));
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /api/users/{user}, Usuario no encontrado",
        "PATCH, /api/users/{user}/activate, Usuario no encontrado",
        "PATCH, /api/users/{user}/deactivate, Usuario no encontrado",
        "DELETE, /api/users/{user}, Usuario no encontrado",
        "GET, /api/users/{user}/api-keys, Usuario no encontrado",
        "POST, /api/users/{user}/api-keys, Usuario no encontrado",
        "GET, /api/users/{user}/api-keys/{key}, Usuario no encontrado",
        "POST, /api/users/{user}/roles/{ownRole}, Usuario no encontrado",
        "DELETE, /api/users/{user}/roles/{ownRole}, Usuario no encontrado",
        "POST, /api/users/{ownUser}/roles/{role}, Rol no encontrado",
        "DELETE, /api/users/{ownUser}/roles/{role}, Rol no encontrado",
        "GET, /api/users/{ownUser}/api-keys/{key}, Clave de API no encontrada",
        "DELETE, /api/users/{ownUser}/api-keys/{key}, Clave de API no encontrada",
        "GET, /api/roles/{role}, Rol no encontrado",
        "PUT, /api/roles/{role}, Rol no encontrado",
        "PATCH, /api/roles/{role}/activate, Rol no encontrado",
        "DELETE, /api/roles/{role}, Rol no encontrado",
        "POST, /api/roles/{role}/permissions/{ownPermission}, Rol no encontrado",
        "POST, /api/roles/{ownRole}/permissions/{permission}, Permiso no encontrado",
        "GET, /api/permissions/{permission}, Permiso no encontrado",
        "PUT, /api/permissions/{permission}, Permiso no encontrado",
        "PATCH, /api/permissions/{permission}/deactivate, Permiso no encontrado",
        "DELETE, /api/permissions/{permission}, Permiso no encontrado",
        "GET, /api/modules/{module}, Módulo no encontrado",
        "PUT, /api/modules/{module}, Módulo no encontrado",
        "PATCH, /api/modules/{module}/deactivate, Módulo no encontrado",
        "DELETE, /api/modules/{module}, Módulo no encontrado",
        "GET, /api/tenants/{tenant}, Inquilino no encontrado",
        "PUT, /api/tenants/{tenant}, Inquilino no encontrado",
        "PATCH, /api/tenants/{tenant}/deactivate, Inquilino no encontrado",
        "DELETE, /api/tenants/{tenant}, -"
    })
    void anotherTenantsIdIsNobodysHere(String method, String template, String message) {
        var path = template;
        for (var place : Places.all().entrySet()) {
            path = path.replace('{' + place.getKey() + '}', place.getValue());
        }

        var answer = method.equals("PUT") || template.endsWith("api-keys") && method.equals("POST")
                ? send(Places.token(), method, path, Map.of("name", "k"))
                : call(Places.token(), method, path);

        if (message.equals("-")) {
            assertDenied(answer);
        } else {
            assertStatus(answer, 404);
            assertThat(answer.json().get("message").asText()).isEqualTo(message);
        }
    }

    @Test
    void anotherTenantsUserIsNotSeen() {
        assertEmpty(call(Places.token(), "GET", USERS + '/' + Places.all().get("user")), 404);
        assertThat(call(Places.token(), "GET", USERS).text())
                .doesNotContain(Places.all().get("user"));
        assertThat(call(Places.token(), "GET", USERS + "/search?size=1000").text())
                .doesNotContain(Places.all().get("user"));
        assertThat(call(Places.token(), "GET", ROLES).text())
                .doesNotContain(Places.all().get("role"));
        assertThat(call(Places.token(), "GET", MODULES).text())
                .doesNotContain(Places.all().get("module"));
        assertThat(call(Places.token(), "GET", PERMISSIONS).text())
                .doesNotContain(Places.all().get("permission"));
        assertThat(call(Places.token(), "GET", "/api/audit-logs?size=1000").text())
                .doesNotContain(Places.all().get("user"));
        assertThat(call(Places.token(), "GET", "/api/tenants").text())
                .doesNotContain(Places.all().get("tenant"));
    }

    @Test
    void twoTenantsMayHaveTheSameNames() {
        var address = email("both");
        newUser(address);

        assertStatus(send(Places.token(), "POST", USERS, john(address)), 201);
    }

    /** A thing of each kind in the default tenant, some of another tenant's own, and a token of that one. */
    private static final class Places {

        private static Map<String, String> places;
        private static String token;

        private Places() {}

        static synchronized Map<String, String> all() {
            if (places == null) {
                make();
            }
            return places;
        }

        static String token() {
            all();
            return token;
        }

        private static void make() {
            token = RosterSide.clientOf(
                    RosterSide.tenant(),
                    "ADMIN",
                    "WRITE_PRIVILEGES",
                    "READ_PRIVILEGES",
                    "permissions:grant",
                    "tenants:read",
                    "tenants:update",
                    "tenants:delete");
            var user = newUser(email("here"));
            places = Map.of(
                    "user", user,
                    "role", newRole(unique("aquí")),
                    "permission", addedId(PERMISSIONS, Map.of("name", unique("AQUI"))),
                    "module", addedId(MODULES, Map.of("name", unique("aquí"), "path", "/aqui")),
                    "key", addedId(USERS + '/' + user + "/api-keys", Map.of("name", "k")),
                    "tenant", get("/api/tenants").json().get(0).get("id").asText(),
                    "ownUser",
                            added(token, USERS, john(email("there"))).get("id").asText(),
                    "ownRole",
                            added(token, ROLES, Map.of("name", "allí"))
                                    .get("id")
                                    .asText(),
                    "ownPermission",
                            added(token, PERMISSIONS, Map.of("name", "ALLI"))
                                    .get("id")
                                    .asText());
        }
    }
}

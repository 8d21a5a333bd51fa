package org.roster.it.authservice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Users of this contract. */
class AuthserviceUsersIT extends AuthserviceApi {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name":null,"lastName":"b","email":"a@b.co","password":"12345678"}      | El nombre es obligatorio
            {"name":"  ","lastName":"b","email":"a@b.co","password":"12345678"}      | El nombre es obligatorio
            {"name":"a","lastName":"","email":"a@b.co","password":"12345678"}        | El apellido es obligatorio
            {"name":"a","lastName":"b","email":"","password":"12345678"}             | El email es obligatorio
            {"name":"a","lastName":"b","email":" ","password":"12345678"}            | El email es obligatorio
            {"name":"a","lastName":"b","email":"nobody","password":"12345678"}       | Email inválido
            {"name":"a","lastName":"b","email":"a@b","password":"12345678"}          | Email inválido
            {"name":"a","lastName":"b","email":"a@b.co"}                             | La contraseña es obligatoria
            {"name":"a","lastName":"b","email":"a@b.co","password":""}               | La contraseña es obligatoria
            {"name":"a","lastName":"b","email":"a@b.co","password":"        "}       | La contraseña es obligatoria
            {"name":"a","lastName":"b","email":"a@b.co","password":"1234567"}        | La contraseña debe tener al menos 8 caracteres
            {"name":"a","lastName":"b","email":"a@b.co","password":"😀😀😀😀"}       | La contraseña debe tener al menos 8 caracteres
            {"name":"a","lastName":"b","email":"a@b.co","password":"a@b.co"}         | La contraseña debe tener al menos 8 caracteres
            {"name":"a","lastName":"b","email":"long@name.co","password":"long@name.co"} | La contraseña no puede ser el nombre de usuario ni el email
            {"lastName":"b","email":"nobody","password":"1234"}                      | El nombre es obligatorio; Email inválido; La contraseña debe tener al menos 8 caracteres
            {"name":"a\\tb","lastName":"b","email":"a@b.co","password":"12345678"}   | El nombre contiene caracteres no válidos
            """)
    void whatIsWrongIsSaidInTheOrderOfTheFields(String body, String detail) {
        assertInvalid(send("POST", USERS, body), detail);
    }

    @Test
    void whatIsTooLongIsRefused() {
        var body = new HashMap<>(john(email("long")));
        body.put("name", "a".repeat(129));
        body.put("password", "a".repeat(257));

        assertInvalid(send("POST", USERS, body), "El nombre no puede exceder 128 caracteres");
        body.put("name", "a");
        assertInvalid(send("POST", USERS, body), "La contraseña no puede exceder 256 caracteres");
    }

    @Test
    void anAddressIsStoredTrimmedAndInLowerCase() {
        var address = email("Mixed.Case");

        var user = added(USERS, john("  " + address.toUpperCase(Locale.ROOT) + " "));

        assertThat(user.get("email").asText()).isEqualTo(address.toLowerCase(Locale.ROOT));
        assertStatus(logIn(address, PASSWORD), 200);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "John, -, Doe, John Doe",
                "John, '', Doe, John Doe",
                "María José, de los Ángeles, Núñez Ibáñez, María José de los Ángeles Núñez Ibáñez",
                "  John , ' Michael ', ' Doe ', John Michael Doe"
            })
    void namesAreFirstSecondAndLast(String name, String second, String last, String names) {
        var body = new HashMap<>(john(email("names")));
        body.put("name", name);
        body.put("secondName", second);
        body.put("lastName", last);

        assertThat(added(USERS, body).get("names").asText()).isEqualTo(names);
    }

    @Test
    void anAddressInUseIsAConflictInEverySpelling() {
        var address = email("taken");
        newUser(address);

        for (String spelling : List.of(address, address.toUpperCase(Locale.ROOT), ' ' + address)) {
            assertError(
                    send("POST", USERS, john(spelling)),
                    409,
                    "El nombre de usuario ya está en uso",
                    "UserAlreadyExistsException");
        }
    }

    @Test
    void ofManyAtOnceOneGetsTheAddress() throws Exception {
        var body = john(email("race"));
        var pool = Executors.newFixedThreadPool(8);
        try {
            Callable<Integer> create = () -> send("POST", USERS, body).status();
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
    void aUserIsReadAndAnUnknownOneHasNoBody() {
        var address = email("read");
        var id = newUser(address);

        assertJson(get(USERS + '/' + id), 200, """
                {"id": "%s", "names": "John Doe", "email": "%s", "isEnabled": true, "accountNonExpired": true,
                 "accountNonLocked": true, "credentialsNonExpired": true, "roles": [], "status": "ACTIVO"}
                """.formatted(id, address));
        assertEmpty(get(USERS + '/' + NOBODY), 404);
        assertEmpty(get("/authservice/api/users/" + NOBODY), 404);
    }

    @ParameterizedTest
    @CsvSource({"PUT, ''", "PATCH, /activate", "PATCH, /deactivate", "DELETE, ''"})
    void whatIsDoneToAnUnknownUserIsAnswered404(String method, String below) {
        var answer = method.equals("PUT")
                ? send(method, USERS + '/' + NOBODY + below, "{}")
                : call(method, USERS + '/' + NOBODY + below);

        assertError(answer, 404, "Usuario no encontrado", "UserNotFoundException");
    }

    @Test
    void aChangeTouchesOnlyWhatItNames() {
        var body = new HashMap<>(john(email("change")));
        body.put("secondName", "Michael");
        var user = USERS + '/' + addedId(USERS, body);

        assertThat(send("PUT", user, "{}").json().get("names").asText()).isEqualTo("John Michael Doe");
        assertThat(send("PUT", user, "{\"lastName\": \"Roe\"}")
                        .json()
                        .get("names")
                        .asText())
                .isEqualTo("John Michael Roe");
        assertThat(send("PUT", user, "{\"name\": null, \"secondName\": \"\"}")
                        .json()
                        .get("names")
                        .asText())
                .isEqualTo("John Roe");
        assertStatus(logIn((String) body.get("email"), PASSWORD), 200);
    }

    @Test
    void aChangedAddressIsTheOneToLogInWith() {
        var old = email("old");
        var renewed = email("New");
        var id = newUser(old);

        var answer = send(
                "PUT",
                USERS + '/' + id,
                Map.of("email", renewed.toUpperCase(Locale.ROOT), "password", "another password"));

        assertStatus(answer, 200);
        assertThat(answer.json().get("email").asText()).isEqualTo(renewed.toLowerCase(Locale.ROOT));
        assertStatus(logIn(renewed, "another password"), 200);
        assertStatus(logIn(old, "another password"), 401);
        newUser(old);
    }

    @Test
    void anotherUsersAddressIsAConflict() {
        var address = email("other");
        newUser(address);
        var id = newUser(email("mine"));

        assertError(
                send("PUT", USERS + '/' + id, Map.of("email", address)),
                409,
                "El email ya está en uso por otro usuario",
                "UserAlreadyExistsException");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name":" "}                          | El nombre es obligatorio
            {"lastName":""}                       | El apellido es obligatorio
            {"email":""}                          | Email inválido
            {"email":"nobody"}                    | Email inválido
            {"password":""}                       | La contraseña debe tener al menos 8 caracteres
            {"password":"1234567"}                | La contraseña debe tener al menos 8 caracteres
            {"password":"1","name":"","email":"x"} | El nombre es obligatorio; Email inválido; La contraseña debe tener al menos 8 caracteres
            """)
    void whatCannotBeTakenAwayOrIsWrongIsRefused(String body, String detail) {
        var id = newUser(email("kept"));

        assertInvalid(send("PUT", USERS + '/' + id, body), detail);
    }

    @Test
    void aDeactivatedUserCannotDoAnythingAnyMore() {
        var role = RosterSide.group(unique("readers"), "READ_PRIVILEGES");
        var address = email("out");
        var id = newUser(address);
        give(id, role);
        var token = tokenOf(address);
        assertStatus(call(token, "GET", USERS + '/' + id), 200);

        assertEmpty(call("PATCH", USERS + '/' + id + "/deactivate"), 204);

        assertError(logIn(address, PASSWORD), 401, "Cuenta deshabilitada", "DisabledException");
        assertError(call(token, "GET", USERS + '/' + id), 401, "Unauthorized", "InvalidBearerTokenException");
        var user = get(USERS + '/' + id).json();
        assertThat(user.get("isEnabled").asBoolean()).isFalse();
        assertThat(user.get("status").asText()).isEqualTo("INACTIVO");
        assertEmpty(call("PATCH", USERS + '/' + id + "/deactivate"), 204);

        assertEmpty(call("PATCH", USERS + '/' + id + "/activate"), 204);

        assertStatus(call(tokenOf(address), "GET", USERS + '/' + id), 200);
        assertThat(get(USERS + '/' + id).json().get("status").asText()).isEqualTo("ACTIVO");
    }

    @Test
    void aRemovedUserIsOutOfUseAndStaysWhereItIs() {
        var id = newUser(email("removed"));

        assertEmpty(call("DELETE", USERS + '/' + id), 204);

        assertThat(get(USERS + '/' + id).json().get("status").asText()).isEqualTo("INACTIVO");
    }

    @Test
    void theListIsAPlainArray() {
        var id = newUser(email("listed"));

        var answer = get(USERS);

        assertStatus(answer, 200);
        assertThat(answer.json().isArray()).isTrue();
        assertThat(texts(answer.json(), "id")).contains(id);
    }

    @Test
    void aSearchHasPages() {
        var part = unique("Pages");
        var ids = Stream.of("a", "b", "c")
                .map(letter -> newUser(letter + '-' + part + "@example.com"))
                .toList();

        var first = get(USERS + "/search?size=2&email=" + part).json();
        var second = get(USERS + "/search?size=2&page=1&email=" + part.toUpperCase(Locale.ROOT))
                .json();
        var beyond = get(USERS + "/search?size=2&page=2&email=" + part).json();

        assertThat(texts(first.get("content"), "id")).isEqualTo(ids.subList(0, 2));
        assertThat(texts(second.get("content"), "id")).isEqualTo(ids.subList(2, 3));
        assertThat(without(first))
                .isEqualTo(
                        json(
                                "{\"pageNumber\": 0, \"pageSize\": 2, \"totalElements\": 3, \"totalPages\": 2, \"isLast\": false}"));
        assertThat(without(second))
                .isEqualTo(
                        json(
                                "{\"pageNumber\": 1, \"pageSize\": 2, \"totalElements\": 3, \"totalPages\": 2, \"isLast\": true}"));
        assertThat(beyond)
                .isEqualTo(json("{\"content\": [], \"pageNumber\": 2, \"pageSize\": 2, \"totalElements\": 3,"
                        + " \"totalPages\": 2, \"isLast\": true}"));
    }

    private static JsonNode without(JsonNode page) {
        ((ObjectNode) page).remove("content");
        return page;
    }

    @Test
    void aSearchThatFindsNothingHasNoPages() {
        assertJson(get(USERS + "/search?email=" + unique("nobody") + "&status=&page=&size="), 200, """
                {"content": [], "pageNumber": 0, "pageSize": 10, "totalElements": 0, "totalPages": 0, "isLast": true}
                """);
    }

    @Test
    void aSearchByStatusFindsThoseInUseOrOut() {
        var part = unique("status");
        var in = newUser("in-" + part + "@example.com");
        var out = newUser("out-" + part + "@example.com");
        call("PATCH", USERS + '/' + out + "/deactivate");

        assertThat(texts(
                        get(USERS + "/search?status=ACTIVO&email=" + part)
                                .json()
                                .get("content"),
                        "id"))
                .isEqualTo(List.of(in));
        assertThat(texts(
                        get(USERS + "/search?status=INACTIVO&email=" + part)
                                .json()
                                .get("content"),
                        "id"))
                .isEqualTo(List.of(out));
        assertThat(texts(get(USERS + "/search?email=" + part).json().get("content"), "id"))
                .isEqualTo(List.of(in, out));
    }

    @ParameterizedTest
    @ValueSource(strings = {"activo", "ENABLED", "ACTIVE", "x", "ACTIVO,INACTIVO"})
    void anUnknownStatusIsAnswered400WithoutABody(String status) {
        assertEmpty(get(USERS + "/search?status=" + status), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"page=-1", "page=x", "size=0", "size=-1", "size=1001", "size=x", "page=99999999999"})
    void aPageThatCannotBeIsAnswered400(String parameter) {
        assertError(
                get(USERS + "/search?" + parameter), 400, "Parámetro inválido", "MethodArgumentTypeMismatchException");
    }

    @Test
    void searchWordsAreTakenLiterally() {
        for (String word : List.of("%25", "_", "%27%20or%201%3D1--", "!", "*")) {
            var answer = get(USERS + "/search?size=1&email=" + word + unique("none"));

            assertStatus(answer, 200);
            assertThat(answer.json().get("totalElements").asLong()).isZero();
        }
        assertStatus(get(USERS + "/search?page=2147483647&size=1000"), 200);
    }

    @Test
    void membersThatAreNobodysToGiveArePassedOver() {
        var role = RosterSide.group(unique("all"), "ADMIN");
        var body = new HashMap<>(john(email("hopeful")));
        body.putAll(Map.of(
                "id", NOBODY, "isEnabled", false, "status", "INACTIVO", "roles", List.of(role), "tenant", NOBODY));
        body.putAll(Map.of(
                "accountNonLocked", false, "passwordHash", "x", "permissions", List.of("ADMIN"), "username", "root"));

        var user = added(token("WRITE_PRIVILEGES"), USERS, body);

        assertThat(user.get("id").asText()).isNotEqualTo(NOBODY);
        assertThat(user.get("isEnabled").asBoolean()).isTrue();
        assertThat(user.get("accountNonLocked").asBoolean()).isTrue();
        assertThat(user.get("roles")).isEmpty();
        assertThat(user.get("status").asText()).isEqualTo("ACTIVO");
        var changed = send(
                "PUT",
                USERS + '/' + user.get("id").asText(),
                Map.of("isEnabled", false, "status", "INACTIVO", "roles", List.of(role)));
        assertThat(changed.json()).isEqualTo(user);
    }
}

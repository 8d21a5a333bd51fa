package org.roster.it.authservice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published document of the contract as it stands, and what every address of it has in common. */
class AuthserviceContractIT extends AuthserviceApi {

    private static final String PUBLISHED = """
            {
                "name": "John",
                "lastName": "Doe",
                "secondName": "Michael",
                "email": "john.doe@example.com",
                "password": "SecureP@ssw0rd"
              }""";

    @Test
    void thePublishedExampleCreatesTheUser() {
        http().delete("/etc-backend/api/users/john.doe@example.com")
                .bearer(token())
                .send();

        var answer = send("POST", USERS, PUBLISHED);

        assertStatus(answer, 201);
        var id = answer.json().get("id").asText();
        assertThat(id).matches("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
        assertThat(answer.text())
                .isEqualTo("{\"id\":\"" + id
                        + "\",\"names\":\"John Michael Doe\",\"email\":\"john.doe@example.com\",\"isEnabled\":true,"
                        + "\"accountNonExpired\":true,\"accountNonLocked\":true,\"credentialsNonExpired\":true,"
                        + "\"roles\":[],\"status\":\"ACTIVO\"}");
        assertThat(answer.header("Content-Type").replace(" ", ""))
                .isEqualToIgnoringCase("application/json;charset=utf-8");
        assertStatus(logIn("john.doe@example.com", "SecureP@ssw0rd"), 200);
    }

    @Test
    void thePublishedErrorIsAnsweredWordForWord() {
        var answer = http().post(USERS)
                .bearer(token())
                .header("X-Request-Id", "abc123-def456")
                .json("{\"name\":\"John\",\"lastName\":\"Doe\",\"password\":\"SecureP@ssw0rd\"}")
                .send();

        assertInvalid(answer, "El email es obligatorio");
        var timestamp = answer.json().get("timestamp").asText();
        assertThat(answer.text())
                .isEqualTo("{\"timestamp\":\"" + timestamp
                        + "\",\"requestId\":\"abc123-def456\",\"message\":\"Validation failed\","
                        + "\"detail\":\"El email es obligatorio\"}");
        assertThat(answer.header("X-Request-Id")).isEqualTo("abc123-def456");
    }

    @ParameterizedTest
    @ValueSource(strings = {"WRITE_PRIVILEGES", "ADMIN"})
    void eitherAuthorityMayCreateAUser(String authority) {
        assertStatus(send(token(authority), "POST", USERS, john(email("john"))), 201);
    }

    @Test
    void atTheMountTheSameIsServed() {
        var address = email("mounted");

        assertStatus(send("POST", "/authservice/api/users", john(address)), 201);
        assertError(
                send("POST", "/authservice/api/users", john(address)),
                409,
                "El nombre de usuario ya está en uso",
                "UserAlreadyExistsException");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/users",
        "GET, /api/users",
        "GET, /authservice/api/users",
        "GET, /api/users/search?email=jane",
        "GET, /api/roles",
        "POST, /api/roles",
        "GET, /api/permissions",
        "GET, /api/modules",
        "GET, /api/audit-logs",
        "GET, /api/tenants"
    })
    void withoutATokenTheAnswerIs401(String method, String path) {
        var answer = http().call(method, path).json("{}").send();

        assertError(answer, 401, "Unauthorized", "InsufficientAuthenticationException");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void aTokenOfSomebodyElseIsAnswered401WithTheRequestsId() {
        var parts = token().split("\\.");
        var forged = parts[0] + '.' + parts[1] + '.' + Base64.getUrlEncoder().encodeToString(new byte[64]);

        var answer = http().post(USERS)
                .bearer(forged)
                .header("X-Request-Id", "forged-1")
                .json(john(email("forged")))
                .send();

        assertError(answer, 401, "Unauthorized", "InvalidBearerTokenException");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
        assertThat(answer.json().get("requestId").asText()).isEqualTo("forged-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "a.b.c", "eyJhbGciOiJub25lIn0.e30.", ""})
    void whatIsNoTokenIsAnswered401(String token) {
        var answer =
                http().get(USERS).header("Authorization", "Bearer " + token).send();

        assertError(answer, 401, "Unauthorized", "InvalidBearerTokenException");
    }

    @ParameterizedTest
    @CsvSource({
        "READ_PRIVILEGES, POST, /api/users",
        "WRITE_PRIVILEGES, GET, /api/users",
        "READ_PRIVILEGES, PUT, /api/users/00000000-0000-7000-8000-000000000000",
        "READ_PRIVILEGES, PATCH, /api/users/00000000-0000-7000-8000-000000000000/deactivate",
        "READ_PRIVILEGES, POST, /api/roles",
        "users:create, POST, /api/users",
        "users:read, GET, /api/users",
        "WRITE_PRIVILEGES, GET, /api/roles",
        "READ_PRIVILEGES, POST, /api/permissions",
        "READ_PRIVILEGES, POST, /api/modules",
        "WRITE_PRIVILEGES, GET, /api/audit-logs",
        "READ_PRIVILEGES, GET, /api/audit-logs",
        "ADMIN, GET, /api/tenants"
    })
    void aTokenWithoutTheAuthorityIsDenied(String scope, String method, String path) {
        var answer = send(token(scope), method, path, "{}");

        assertDenied(answer);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer error=\"insufficient_scope\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/nothing", "/api", "/authservice/api/users/a/b/c/d", "/authservice/nothing", "/authservice"
            })
    void anUnknownPathIsAnswered404(String path) {
        assertError(get(path), 404, "Recurso no encontrado", "NoResourceFoundException");
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /api/users",
        "PUT, /api/roles",
        "GET, /api/auth/login",
        "PATCH, /api/permissions",
        "OPTIONS, /api/modules"
    })
    void anUnknownMethodIsAnswered405(String method, String path) {
        var answer = call(method, path);

        assertError(answer, 405, "Método no permitido", "HttpRequestMethodNotSupportedException");
    }

    @Test
    void anUnknownMethodIsToldWhichThereAre() {
        assertThat(call("DELETE", USERS).header("Allow")).contains("GET", "POST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{not json",
                "",
                "null",
                "[]",
                "\"text\"",
                "{\"name\":5,\"lastName\":\"Doe\"}",
                "{\"name\":\"a\"} trailing",
                "{\"name\":\"a\",\"name\":\"b\"}",
                "{\"email\":{}}",
                "{\"password\":\"\\u0000\"}"
            })
    void aBodyThatCannotBeReadIsAnswered400(String body) {
        assertError(send("POST", USERS, body), 400, "Solicitud mal formada", "HttpMessageNotReadableException");
    }

    @Test
    void noBodyAtAllIsAnswered400() {
        assertError(call("POST", USERS), 400, "Solicitud mal formada", "HttpMessageNotReadableException");
    }

    @Test
    void anotherMediaTypeIsAnswered415() {
        var answer = http().post(USERS)
                .bearer(token())
                .body("text/plain", "name".getBytes(UTF_8))
                .send();

        assertError(answer, 415, "Tipo de contenido no soportado", "HttpMediaTypeNotSupportedException");
    }

    @Test
    void anAnswerThatNobodyCanReadIsNotAcceptable() {
        var answer = http().get(USERS)
                .bearer(token())
                .header("Accept", "application/xml")
                .send();

        assertError(answer, 406, "Formato de respuesta no disponible", "HttpMediaTypeNotAcceptableException");
    }

    @Test
    void aBodyBeyondTheLimitAnswers413() {
        var answer = http().post(USERS)
                .bearer(token())
                .body("application/json", new byte[256 * 1024 + 1])
                .send();

        assertError(answer, 413, "Solicitud demasiado grande", "PayloadTooLargeException");
    }

    @Test
    void anAddressBeyondTheLimitAnswers414() {
        assertError(
                get(USERS + "/search?email=" + "a".repeat(8 * 1024)),
                414,
                "Dirección demasiado larga",
                "UriTooLongException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/users/%s", "/api/roles/%s", "/api/permissions/%s", "/api/modules/%s"})
    void whatIsNoIdIsAnswered400(String path) {
        for (String id : new String[] {"1", "not-a-uuid", "00000000000070008000000000000000", "0-0-0-0-0"}) {
            assertError(get(path.formatted(id)), 400, "Parámetro inválido", "MethodArgumentTypeMismatchException");
        }
    }

    @Test
    void aRequestIdThatIsNotSaneIsReplaced() {
        var answer =
                http().get("/api/nothing").header("X-Request-Id", "<script>").send();

        assertThat(answer.header("X-Request-Id")).matches("[0-9a-f-]{36}");
    }

    @ParameterizedTest
    @CsvSource({
        "/v3/api-docs, /openapi?format=json", "/swagger-ui.html, /openapi/ui",
        "/authservice/v3/api-docs, /openapi?format=json", "/authservice/swagger-ui.html, /openapi/ui"
    })
    void theDocumentationIsWhereItWas(String old, String present) {
        var answer = http().get(old).send();

        assertStatus(answer, 302);
        assertThat(answer.header("Location")).isEqualTo(base() + present);
    }

    @Test
    void textsAreUtf8AndSpanishInEveryLanguage() {
        for (String language : new String[] {"en", "de", "es", "es-MX", "ja"}) {
            var answer = http().post(USERS)
                    .bearer(token())
                    .header("Accept-Language", language)
                    .json("{}")
                    .send();

            assertInvalid(
                    answer,
                    "El nombre es obligatorio; El apellido es obligatorio; El email es obligatorio; La contraseña es obligatoria");
        }
    }

    @Test
    void withABearerTokenTheSharedAddressIsThisContracts() {
        assertThat(get(USERS).text()).startsWith("[");
        assertInvalid(
                send("POST", USERS, "{\"name\":\"a\",\"lastName\":\"b\",\"email\":\"x\",\"password\":\"12345678\"}"),
                "Email inválido");
    }
}

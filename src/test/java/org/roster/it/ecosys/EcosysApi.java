package org.roster.it.ecosys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import org.roster.it.Answer;
import org.roster.it.Credentials;
import org.roster.it.Deployed;
import org.roster.it.Http;
import org.roster.kit.Kit;
import org.roster.kit.KitExchange;
import org.roster.kit.KitFiles;

/** What the tests of this contract share: its addresses, its tokens and its transcripts. */
abstract class EcosysApi extends Deployed {

    static final String TOKEN = "/etc-backend/token";
    static final String USERS = "/etc-backend/api/users";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Kit KIT = KitFiles.onClassPath().kit("ecosys");

    /** A client of the contract, made through it. */
    record Client(String id, String secret) {

        Http.Call on(Http.Call call) {
            return call.basic(id, secret);
        }
    }

    /** The bootstrap client's token from this contract's own endpoint. */
    static String tokenFor(String... scopes) {
        var answer = http().post(TOKEN)
                .basic(Credentials.CLIENT_ID, Credentials.CLIENT_SECRET)
                .form("grant_type", "client_credentials", "scope", String.join(" ", scopes))
                .send();
        return textOf(answer, 200, "access_token");
    }

    /** The answer to a password grant through the bootstrap client. */
    static Answer logIn(String username, String password, String scope) {
        return http().post(TOKEN)
                .basic(Credentials.CLIENT_ID, Credentials.CLIENT_SECRET)
                .form("grant_type", "password", "username", username, "password", password, "scope", scope)
                .send();
    }

    /** A confidential client with these scopes and grant types. */
    static Client newClient(String grantTypes, String scope) {
        var answer = http().post("/etc-backend/api/clients")
                .bearer(token())
                .json(Map.of(
                        "client_name",
                        unique("client"),
                        "redirect_uri",
                        "https://client.example.com/callback",
                        "grant_types",
                        grantTypes,
                        "is_confidential",
                        true,
                        "scope",
                        scope))
                .send();
        assertStatus(answer, 201);
        var client = answer.json().get("client");
        return new Client(
                client.get("client_id").asText(), client.get("client_secret").asText());
    }

    /** Adds a user with the password {@code pass word} and returns the user name. */
    static String newUser() {
        var name = unique("jane");
        var answer = addUser(Map.of("username", name, "password", "pass word", "email", name + "@example.com"));
        assertStatus(answer, 201);
        return name;
    }

    static Answer addUser(Object body) {
        return send("POST", USERS, body);
    }

    /** As somebody who may do everything. The body is JSON as it stands, or what is to be written as JSON. */
    static Answer send(String method, String path, Object body) {
        var call = http().call(method, path).bearer(token());
        return (body instanceof String text ? call.json(text) : call.json(body)).send();
    }

    static void assertStatus(Answer answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    }

    /** The whole answer: its status, and its body member by member. */
    static void assertAnswer(Answer answer, int status, JsonNode body) {
        assertStatus(answer, status);
        assertThat(answer.header("Content-Type").replace(" ", ""))
                .isEqualToIgnoringCase("application/json;charset=utf-8");
        assertThat(answer.json()).isEqualTo(body);
    }

    static void assertRefused(Answer answer, int status, String error, String message) {
        assertAnswer(answer, status, JSON.createObjectNode().put("error", error).put("message", message));
    }

    static String textOf(Answer answer, int status, String member) {
        assertStatus(answer, status);
        return answer.json().get(member).asText();
    }

    /** The claims of a token, read as the contract's clients do: without looking at its signature. */
    static JsonNode claims(String token) {
        return json(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), UTF_8));
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The body of the documented answer, {@code NNN-name.json} of the contract kit. */
    static JsonNode transcript(String name) {
        return exchange(name).answer().json();
    }

    /** The body of the documented request. */
    static JsonNode requestOf(String name) {
        return exchange(name).request().json();
    }

    private static KitExchange exchange(String name) {
        return KIT.exchanges().stream()
                .filter(one -> one.name().substring("NNN-".length()).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The kit of ecosys has no " + name));
    }
}

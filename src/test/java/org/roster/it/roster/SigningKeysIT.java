package org.roster.it.roster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Signing keys of {@code /v1}: a rotation fails no request. */
class SigningKeysIT extends RosterApi {

    private static String kid(String token) {
        var head = Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.')));
        return json(new String(head, StandardCharsets.UTF_8)).get("kid").asText();
    }

    private static JsonNode rotate() {
        var answer = http().post("/v1/signing-keys").bearer(token()).send();
        assertStatus(answer, 201);
        return answer.json();
    }

    @Test
    void tokensOfTheOldAndOfTheNewKeyAreBothGood() {
        var old = client("users:read");

        var key = rotate();

        var fresh = tokenOf(old.clientId(), old.secret());
        assertThat(kid(fresh)).isEqualTo(key.get("kid").asText()).isNotEqualTo(kid(old.token()));
        assertStatus(http().get("/v1/me").bearer(old.token()).send(), 200);
        assertStatus(http().get("/v1/me").bearer(fresh).send(), 200);
        assertThat(http().get("/oauth2/jwks").send().json().get("keys"))
                .extracting(published -> published.get("kid").asText())
                .contains(kid(old.token()), kid(fresh));
    }

    @Test
    void theNewKeyIsTheFirstOfTheListAndTheOldOneRetires() {
        var key = rotate();
        var asked = Instant.now();
        var next = rotate();

        var listed = get("/v1/signing-keys").json();

        assertThat(next.get("serial").asInt()).isEqualTo(key.get("serial").asInt() + 1);
        assertThat(listed.get("next").isNull()).isTrue();
        assertThat(listed.get("items").get(0)).isEqualTo(next);
        var old = listed.get("items").get(1);
        assertThat(old.get("kid")).isEqualTo(key.get("kid"));
        assertThat(Duration.between(asked, Instant.parse(old.get("retireAt").asText())))
                .isBetween(Duration.ofMinutes(64), Duration.ofMinutes(66));
    }

    @Test
    void onlyThePublicHalfIsShown() {
        var key = rotate();

        assertThat(key.get("publicKey").get("kty").asText()).isEqualTo("EC");
        assertThat(key.get("publicKey").has("d")).isFalse();
        assertThat(key.properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("serial", "kid", "createdAt", "retireAt", "publicKey");
    }

    @Test
    void onlyAPlatformCallerRotates() {
        var caller = client("signing-keys:rotate", "signing-keys:read").token();
        var before = get("/v1/signing-keys").text();

        var answer = http().post("/v1/signing-keys").bearer(caller).send();

        assertProblem(
                answer,
                403,
                "Forbidden",
                "tenant_foreign",
                "only a platform caller rotates the signing keys",
                "signing_key");
        assertThat(http().get("/v1/signing-keys").bearer(caller).send().text()).isEqualTo(before);
    }

    @Test
    void aRotationLeavesAnEvent() {
        var key = rotate();

        var event = get("/v1/events?type=signing_key.rotated&order=desc&limit=1")
                .json()
                .get("items")
                .get(0);

        assertThat(event.get("after")).isEqualTo(json("""
                {"kid": "%s", "serial": %d}""".formatted(
                        key.get("kid").asText(), key.get("serial").asInt())));
    }
}

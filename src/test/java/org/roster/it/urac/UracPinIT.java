package org.roster.it.urac;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.roster.it.Answer;

/** A log-in in two steps: the password, then the pin. */
class UracPinIT extends UracPeople {

    private static final String LOCKED = "You need to be logged in with pin to access this System.";

    private static UracTenant tenant;

    @BeforeAll
    static void build() {
        tenant = UracTenant.fresh();
        settings(tenant, Map.of("pinLogin", true));
    }

    @Test
    void aPasswordIsTheFirstStepAndAPinTheSecond() {
        var john = withPin(tenant, "4711", true);

        var first = logIn(tenant, john.username(), PASSWORD);

        assertThat(first.has("refresh_token")).isFalse();
        var locked = first.get("access_token").asText();
        assertRefused(tenant.get("/urac/user/me").bearer(locked).send(), 145, LOCKED);
        assertRefused(tenant.get("/urac/admin/listUsers").bearer(locked).send(), 145, LOCKED);
        assertRefused(
                tenant.delete("/oauth/tokens/user/" + john.id()).bearer(locked).send(), 145, LOCKED);
        assertThat(http().get("/v1/me").bearer(locked).send().status()).isEqualTo(401);
        var tokens = pin(tenant, locked, "4711").json();
        assertThat(tokens.fieldNames())
                .toIterable()
                .containsExactly("token_type", "access_token", "expires_in", "refresh_token");
        assertThat(good(tenant, tokens.get("access_token").asText())).isTrue();
    }

    @Test
    void aWrongPinAndThePinOfAnotherAreOneAnswer() {
        var john = withPin(tenant, "1234", true);
        withPin(tenant, "5678", true);
        var locked = john.token();

        assertNoLogIn(pin(tenant, locked, "0000"));
        assertNoLogIn(pin(tenant, locked, "5678"));
        assertNoLogIn(pin(tenant, locked, ""));
        assertThat(pin(tenant, locked, "1234").json().has("access_token")).isTrue();
    }

    @Test
    void afterTenWrongPinsNoneIsLookedAt() {
        var john = withPin(tenant, "9876", true);
        var locked = john.token();
        for (int i = 0; i < 10; i++) {
            assertNoLogIn(pin(tenant, locked, "wrong"));
        }

        var answer = pin(tenant, locked, "9876");

        assertSaid(answer, 429, 133, "Too many tries. Please try again later.");
        assertThat(answer.header("Retry-After")).isNotEmpty();
    }

    @Test
    void whoMayNotHaveAPinCannotLogIn() {
        var john = person(tenant);
        var denied = withPin(tenant, "2468", false);

        for (var user : List.of(john, denied)) {
            assertRefused(
                    logInAnswer(tenant, user.username(), PASSWORD),
                    450,
                    "You do not have privileges to enable pin login");
        }
        assertNoLogIn(logInAnswer(tenant, denied.username(), "wrong"));
    }

    @Test
    void withoutAFirstStepThereIsNoSecond() {
        assertRefused(
                tenant.post("/oauth/pin")
                        .form("grant_type", "password", "pin", "4711")
                        .send(),
                400,
                NO_TOKEN);
        assertRefused(tenant.post("/oauth/pin").form("pin", "4711").send(), 172, "Missing required field: grant_type");
    }

    @Test
    void elsewhereThereIsNoPinLogIn() {
        var plain = UracTenant.fresh();
        var john = withPin(plain, "4711", true);

        assertRefused(pin(plain, john.token(), "4711"), 451, "Pin login is not available for this account");
    }

    @Test
    void whereTheTenantSaysSoAnybodysPinWillDo() {
        var till = UracTenant.fresh();
        settings(till, Map.of("pinLogin", "anyone"));
        var device = withPin(till, "1111", true);
        var cashier = withPin(till, "2222", true);

        var tokens = pin(till, device.token(), "2222").json();

        var me = data(till.get("/urac/user/me")
                .bearer(tokens.get("access_token").asText())
                .send());
        assertThat(me.get("_id").asText()).isEqualTo(cashier.id());
        assertNoLogIn(pin(till, device.token(), "3333"));
    }

    private static Person withPin(UracTenant in, String code, boolean allowed) {
        var name = name();
        var data = data(in.post("/urac/admin/addUser" + in.claim())
                .json(Map.of(
                        "username",
                        name,
                        "firstName",
                        "John",
                        "lastName",
                        "Doe",
                        "email",
                        name + "@domain.com",
                        "status",
                        "active",
                        "password",
                        PASSWORD,
                        "confirmation",
                        PASSWORD,
                        "pin",
                        Map.of("code", code, "allowed", allowed)))
                .send());
        return new Person(in, data.get("id").asText(), name, PASSWORD);
    }

    private static Answer pin(UracTenant in, String token, String pin) {
        return in.post("/oauth/pin")
                .bearer(token)
                .form("grant_type", "password", "pin", pin)
                .send();
    }
}

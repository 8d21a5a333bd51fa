package org.roster.it.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.roster.it.Answer;
import org.roster.it.Device;

/** A second factor is set up, renewed and taken away on pages that remember nothing in between. */
class AccountSecondFactorIT extends AccountPageTests {

    private static final Pattern SECRET = Pattern.compile("<code class=\"secret\">([A-Z2-7 ]+)</code>");
    private static final Pattern PICTURE = Pattern.compile("src=\"data:image/svg\\+xml;base64,([A-Za-z0-9+/=]+)\"");
    private static final Pattern CODE = Pattern.compile("<li><code>([a-z2-7]{5}-[a-z2-7]{5})</code></li>");

    @Test
    void aDeviceIsSetUpAndAskedForFromThenOn() {
        var jane = person();

        var begun = step(jane, "begin", "");
        var device = device(begun);
        var wrong = code(hidden(begun, "token"), device.code(-20));
        var done = code(hidden(wrong, "token"), device.code(-1));
        var again = code(hidden(begun, "token"), device.code(0));

        assertPage(http().get("/account/second-factor").send(), 200, "Your second factor");
        assertPage(begun, 200, "Set up your device");
        assertThat(picture(begun)).startsWith("<svg ").endsWith("</svg>");
        assertPage(wrong, 400, "Set up your device");
        assertThat(wrong.text())
                .contains("This is not the code that the device shows now.")
                .doesNotContain("<img");
        assertPage(done, 200, "Your recovery codes");
        assertThat(codes(done)).hasSize(10).doesNotHaveDuplicates();
        assertPage(again, 410, "This link is no longer good");
        assertThat(logIn(jane.name(), PASSWORD).status()).isEqualTo(401);
        assertThat(logIn(jane.name(), PASSWORD + device.code(0)).status()).isEqualTo(200);
    }

    @Test
    void aRecoveryCodeTakesALostDeviceAway() {
        var jane = person();
        var begun = step(jane, "begin", "");
        var codes = codes(code(hidden(begun, "token"), device(begun).code(-1)));

        var without = step(jane, "remove", "");
        var renewed = step(jane, "codes", codes.get(0));
        var old = step(jane, "remove", codes.get(1));
        var removed = step(jane, "remove", codes(renewed).get(0));
        var none = step(jane, "codes", "");

        assertPage(without, 400, "Your second factor");
        assertThat(without.text()).contains("The name, the password or the code is wrong, or the account is closed.");
        assertPage(renewed, 200, "Your recovery codes");
        assertPage(old, 400, "Your second factor");
        assertPage(removed, 200, "Your second factor is gone");
        assertThat(none.status()).isEqualTo(400);
    }

    @Test
    void nameAndPasswordAreNeededAndWhichIsWrongIsNotSaid() {
        var jane = person();

        var unknown = http().post("/account/second-factor")
                .form("login", jane.name() + "x", "password", PASSWORD, "step", "begin")
                .send();
        var wrong = http().post("/account/second-factor")
                .form("login", jane.name() + "x", "password", "wrong", "step", "begin")
                .send();
        var empty = http().post("/account/second-factor")
                .form("login", jane.name(), "step", "begin")
                .send();

        assertPage(unknown, 400, "Your second factor");
        assertThat(wrong.text()).isEqualTo(unknown.text()).doesNotContain(PASSWORD);
        assertThat(empty.text()).contains("Give your name and your password.");
    }

    private static Invited person() {
        var jane = invited();
        assertPage(set(jane.token(), PASSWORD, PASSWORD).send(), 200, "Your password is set");
        return jane;
    }

    private static Answer step(Invited person, String step, String code) {
        return http().post("/account/second-factor")
                .form("login", person.name(), "password", PASSWORD, "code", code, "tenant", "default", "step", step)
                .send();
    }

    private static Answer code(String token, String code) {
        return http().post("/account/second-factor/code")
                .form("token", token, "code", code.substring(0, 3) + " " + code.substring(3))
                .send();
    }

    private static Device device(Answer page) {
        var secret = SECRET.matcher(page.text());
        assertThat(secret.find()).as(page.toString()).isTrue();
        return new Device(secret.group(1).replace(" ", ""));
    }

    private static String picture(Answer page) {
        var picture = PICTURE.matcher(page.text().replace("&#x3D;", "="));
        assertThat(picture.find()).as(page.toString()).isTrue();
        return new String(Base64.getDecoder().decode(picture.group(1)), UTF_8);
    }

    private static List<String> codes(Answer page) {
        return CODE.matcher(page.text()).results().map(one -> one.group(1)).toList();
    }
}

package org.roster.it.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.it.Answer;

/** From the link of an invitation or a change of address to what it is for, and whatever can be wrong on the way. */
class AccountContractIT extends AccountPageTests {

    private static final String GONE = "This link is no longer good";

    @Test
    void anInvitedPersonSetsAPasswordAndLogsIn() {
        var jane = invited();

        var form = http().get("/account/password").query("token", jane.token()).send();
        var again = http().get("/account/password").query("token", jane.token()).send();
        assertThat(logIn(jane.name(), PASSWORD).status()).isEqualTo(401);
        var done = set(hidden(form, "token"), PASSWORD, PASSWORD).send();

        assertPage(form, 200, "Welcome, Jane");
        assertThat(form.text())
                .contains("At least 15 characters")
                .contains("<input id=\"username\" type=\"text\" value=\"" + jane.name()
                        + "\" autocomplete=\"username\" readonly>")
                .contains("<form method=\"post\" action=\"/account/password\">")
                .containsPattern("name=\"password\" type=\"password\" autocomplete=\"new-password\"")
                .containsPattern("name=\"confirmation\" type=\"password\" autocomplete=\"new-password\"");
        assertPage(again, 200, "Welcome, Jane");
        assertPage(done, 200, "Your password is set");
        assertThat(done.text()).doesNotContain(jane.token());
        assertThat(logIn(jane.name(), PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void aLinkIsGoodOnceAndLeadsOnAfterwards() {
        var jane = invited();
        assertPage(set(jane.token(), PASSWORD, PASSWORD).send(), 200, "Your password is set");

        var posted = set(jane.token(), "another seven blue herons", "another seven blue herons")
                .send();
        var opened =
                http().get("/account/password").query("token", jane.token()).send();

        assertPage(posted, 410, GONE);
        assertPage(opened, 410, GONE);
        assertThat(opened.text()).contains("<a class=\"button\" href=\"/account/forgotten\">");
        assertThat(logIn(jane.name(), PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void aUsedLinkLeadsOnInTheTenantThatItWasFor() {
        var code = unique("acme");
        var tenant = made("/v1/tenants", Map.of("code", code, "name", "Acme & Sons"))
                .get("id")
                .asText();
        var name = unique("jane");
        var email = name + "@example.com";
        made("/v1/users", Map.of("tenant", tenant, "username", name, "email", email, "status", "PENDING_NEW"));
        var token = mailedToken(tenant);
        assertPage(set(token, PASSWORD, PASSWORD).send(), 200, "Your password is set");

        var posted = set(token, PASSWORD, PASSWORD).send();
        var opened = http().get("/account/password").query("token", token).send();
        var verified = http().post("/account/verification").form("token", token).send();

        for (var page : List.of(posted, opened, verified)) {
            assertPage(page, 410, GONE);
            assertThat(page.text())
                    .contains("Acme &amp; Sons")
                    .contains("href=\"/account/forgotten?tenant&#x3D;" + code + "\"");
        }
    }

    private static String mailedToken(String tenant) {
        var mails =
                http().get("/v1/mails?tenant=" + tenant).bearer(token()).send().json();
        var mail = http().get("/v1/mails/" + mails.at("/items/0/id").asText() + "?tenant=" + tenant)
                .bearer(token())
                .send()
                .json();
        return mail.get("link").asText().replaceFirst(".*[?&]token=", "");
    }

    @Test
    void usedUnknownAndMissingTokensAreAnsweredAlike() {
        var used = invited();
        set(used.token(), PASSWORD, PASSWORD).send();

        var bodies = List.of(used.token(), "guessed", "", "\u00E4\u0000", "x".repeat(3000)).stream()
                .map(token ->
                        http().get("/account/password").query("token", token).send())
                .peek(answer -> assertPage(answer, 410, GONE))
                .map(Answer::text)
                .toList();

        assertThat(bodies).containsOnly(http().get("/account/password").send().text());
    }

    @Test
    void aTokenOpensNoStepButItsOwn() {
        var jane = invited();

        for (var path : List.of("/account/verification", "/account/email", "/account/second-factor/code")) {
            assertPage(
                    http().post(path)
                            .form("token", jane.token(), "code", "123456")
                            .send(),
                    410,
                    GONE);
        }
        assertPage(set(jane.token(), PASSWORD, PASSWORD).send(), 200, "Your password is set");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    seven blue herons at dusk | seven blue herons at dawn | The two passwords are not the same.
                    seven blue herons at dusk | ''                        | Give the password twice.
                    ''                        | ''                        | Give the password twice.
                    too short                 | too short                 | The password must have at least 15 characters.
                    passwordpassword          | passwordpassword          | This
                    """)
    void whatIsWrongWithAPasswordIsSaidInTheFormAndTheTokenStaysGood(String password, String again, String reason) {
        var jane = invited();

        var answer = set(jane.token(), password, again).send();

        assertPage(answer, 400, "Welcome, Jane");
        assertThat(answer.text())
                .contains("<title>Error: Welcome, Jane")
                .contains("<p class=\"error\" id=\"error\" role=\"alert\">" + reason)
                .contains("aria-describedby=\"rule error\" aria-invalid=\"true\"")
                .doesNotContain("value=\"" + PASSWORD);
        assertPage(set(hidden(answer, "token"), PASSWORD, PASSWORD).send(), 200, "Your password is set");
    }

    @Test
    void aPasswordLikeTheUserNameIsRefusedWithTheReason() {
        var jane = invited();

        var answer = set(jane.token(), jane.email(), jane.email()).send();

        assertPage(answer, 400, "Welcome, Jane");
        assertThat(answer.text()).contains("must not be your user name or your e-mail address.");
    }

    @Test
    void aTooLongPasswordIsRefusedWithTheReason() {
        var answer =
                set(invited().token(), "ab ".repeat(100), "ab ".repeat(100)).send();

        assertThat(answer.text()).contains("The password must have at most 256 characters.");
    }

    @Test
    void ofTwentyRequestsWithOneTokenOneSetsThePassword() throws Exception {
        var jane = invited();
        var threads = Executors.newFixedThreadPool(20);
        var tries = new ArrayList<Callable<Answer>>();
        for (int i = 0; i < 20; i++) {
            var password = "seven blue herons number " + i;
            tries.add(() -> set(jane.token(), password, password).send());
        }

        var answers = new ArrayList<Answer>();
        for (var outcome : threads.invokeAll(tries)) {
            answers.add(outcome.get());
        }
        threads.shutdown();

        assertThat(answers).extracting(Answer::status).containsOnly(200, 410).containsOnlyOnce(200);
        int first = answers.stream().map(Answer::status).toList().indexOf(200);
        assertThat(logIn(jane.name(), "seven blue herons number " + first).status())
                .isEqualTo(200);
    }

    @Test
    void aNameIsShownAsItIsAndRunsNothing() {
        var jane = invited("<img src=x onerror='alert(1)'>{tenant}{{t.error}}");

        var page = http().get("/account/password").query("token", jane.token()).send();

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .doesNotContain("<img src=x")
                .contains("<h1>Welcome, &lt;img src&#x3D;x onerror&#x3D;&#39;alert(1)&#39;&gt;");
    }

    @Test
    void aHostileTenantOrLoginIsShownAsItIs() {
        var page = http().get("/account/password?token=x&tenant=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
                .send();
        var factor = http().post("/account/second-factor")
                .form("login", "\"><script>alert(1)</script>", "step", "begin")
                .send();

        assertPage(page, 410, GONE);
        assertThat(page.text()).contains("href=\"/account/forgotten?tenant&#x3D;%22%3E%3Cscript%3E");
        assertPage(factor, 400, "Your second factor");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    es                   | es
                    es-MX,es;q=0.9       | es
                    en;q=0.2, es;q=0.8   | es
                    fr, de               | en
                    fr, es;q=0.1         | es
                    *                    | en
                    ;;;                  | en
                    en-US,en;q=0.5       | en
                    """)
    void thePageSpeaksTheReadersLanguage(String accepted, String language) {
        var page = http().get("/account/forgotten")
                .header("Accept-Language", accepted)
                .send();

        assertPage(page, 200, language.equals("es") ? "Reciba un enlace por correo" : "Get a link by mail");
        assertThat(page.header("Content-Language")).isEqualTo(language);
    }

    @Test
    void theLocaleOfThePersonGoesBeforeTheBrowsers() {
        var jane = invited();
        var id = http().get("/v1/users?username=" + jane.name())
                .bearer(token())
                .send()
                .json()
                .at("/items/0/id")
                .asText();
        http().patch("/v1/users/" + id)
                .bearer(token())
                .mergePatch("{\"locale\": \"es-MX\"}")
                .send();

        var page = http().get("/account/password")
                .query("token", jane.token())
                .header("Accept-Language", "en")
                .send();
        var refused = http().post("/account/password")
                .header("Accept-Language", "en")
                .form("token", jane.token(), "password", "corta", "confirmation", "corta")
                .send();

        assertPage(page, 200, "Le damos la bienvenida, Jane");
        assertThat(refused.text()).contains("La contrase\u00F1a debe tener al menos 15 caracteres.");
    }

    @Test
    void aNewAddressIsConfirmed() {
        var jane = invited();
        set(jane.token(), PASSWORD, PASSWORD).send();
        var address = unique("new") + "@example.com";
        var token = addressToken(jane, address);

        var form = http().get("/account/email").query("token", token).send();
        var done = http().post("/account/email")
                .form("token", hidden(form, "token"))
                .send();
        var again = http().post("/account/email").form("token", token).send();

        assertPage(form, 200, "Confirm your new e-mail address");
        assertThat(form.text()).contains("is to write to " + address);
        assertPage(done, 200, "Your new address is in place");
        assertThat(logIn(address, PASSWORD).status()).isEqualTo(200);
        assertPage(again, 410, GONE);
        assertThat(again.text()).doesNotContain("/account/forgotten");
    }

    @Test
    void anAddressThatWasTakenMeanwhileIsRefusedInWords() {
        var jane = invited();
        set(jane.token(), PASSWORD, PASSWORD).send();
        var address = unique("new") + "@example.com";
        var token = addressToken(jane, address);
        made("/v1/users", Map.of("username", unique("rival"), "email", address));

        var answer = http().post("/account/email").form("token", token).send();

        assertPage(answer, 409, "This address is in use");
        assertThat(logIn(jane.email(), PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void whoeverAsksForALinkLearnsNothing() {
        var jane = invited();
        var done = invited();
        set(done.token(), PASSWORD, PASSWORD).send();

        var bodies = List.of(jane.name(), done.email(), "nobody", "nobody@example.com").stream()
                .map(login ->
                        http().post("/account/forgotten").form("login", login).send())
                .peek(answer -> assertPage(answer, 200, "Look into your mail"))
                .map(Answer::text)
                .toList();

        assertThat(bodies).containsOnly(bodies.get(0));
        assertPage(http().post("/account/forgotten").form("login", " ").send(), 400, "Get a link by mail");
        assertThat(http().get("/account/password")
                        .query("token", jane.token())
                        .send()
                        .status())
                .as("the newest mail makes those before it void")
                .isEqualTo(410);
    }

    @Test
    void theLinkOfATenantLeadsToItsOwnPage() {
        var code = unique("acme");
        made("/v1/tenants", Map.of("code", code, "name", "Acme & Sons"));

        var page = http().get("/account/forgotten").query("tenant", code).send();
        var unknown =
                http().get("/account/forgotten").query("tenant", "nowhere").send();

        assertPage(page, 200, "Get a link by mail");
        assertThat(page.text()).contains("<p>Acme &amp; Sons</p>");
        assertThat(hidden(page, "tenant")).isEqualTo(code);
        assertThat(hidden(unknown, "tenant")).isEqualTo("default");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /account, 404, There is no such page",
        "GET, /account/, 404, There is no such page",
        "GET, /account/nothing/here, 404, There is no such page",
        "DELETE, /account/password, 405, This does not work that way",
        "PUT, /account/forgotten, 405, This does not work that way",
        "OPTIONS, /account/email, 405, This does not work that way",
        "GET, /account/second-factor/code, 405, This does not work that way"
    })
    void whatIsNotServedIsAPageToo(String method, String path, int status, String title) {
        assertPage(http().call(method, path).send(), status, title);
    }

    @Test
    void whateverIsWrongWithARequestIsAPageToo() {
        var twice = http().post("/account/password")
                .form("token", "a", "token", "b")
                .send();
        var json = http().post("/account/password").json("{}").send();
        var unreadable = http().post("/account/password")
                .body("application/x-www-form-urlencoded", "token=%zz".getBytes(UTF_8))
                .send();
        var large = http().post("/account/password")
                .form("password", "x".repeat(300 * 1024))
                .send();
        var far =
                http().get("/account/password").query("token", "x".repeat(9000)).send();
        var step = http().post("/account/second-factor")
                .form("login", "x", "password", "y", "step", "z")
                .send();

        assertPage(twice, 400, "This request cannot be read");
        assertPage(json, 415, "This does not work that way");
        assertPage(unreadable, 400, "This request cannot be read");
        assertPage(large, 413, "That was too much");
        assertPage(far, 414, "That was too much");
        assertPage(step, 400, "This request cannot be read");
    }

    @Tag("liberty") // WildFly refuses TRACE without a page
    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "FROB"})
    void whatTheServerItselfRefusesIsAPage(String method) {
        var answer = raw().sendLines(method + " /account/password HTTP/1.1", "Host: a", "Connection: close");

        assertThat(answer)
                .startsWith("HTTP/1.1 405")
                .containsIgnoringCase("Content-Type: text/html")
                .contains("Content-Security-Policy: default-src 'none'; style-src 'self'")
                .contains("Referrer-Policy: no-referrer")
                .contains("<h1>This does not work that way</h1>");
    }

    @Test
    void aHeadIsAGetWithoutABody() {
        var answer = http().call("HEAD", "/account/forgotten").send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Security-Policy")).contains("style-src 'self'");
        assertThat(answer.bytes()).isEmpty();
    }

    @Test
    void theStyleSheetIsServed() {
        var answer = http().get("/account/style.css").send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type").replace(" ", "")).isEqualToIgnoringCase("text/css;charset=utf-8");
        assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=3600");
        assertThat(answer.text()).contains("prefers-color-scheme: dark").doesNotContain("url(", "@import");
    }

    @Test
    void aCookieOpensNothingAndNoneIsSet() {
        var answer = http().post("/account/password")
                .header("Cookie", "JSESSIONID=x; token=" + invited().token())
                .form("password", PASSWORD, "confirmation", PASSWORD)
                .send();

        assertPage(answer, 410, GONE);
    }
}

package org.roster.it.doors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.it.Answer;
import org.roster.it.Credentials;
import org.roster.it.Http;
import org.roster.it.Mailbox;
import org.roster.it.RosterServer;
import org.roster.it.TwoNodes;

/** What people get by mail, through a real SMTP server, and what they do with it. */
@ExtendWith(TwoNodes.class)
class MailIT {

    private static final Pattern LINK =
            Pattern.compile("(http://localhost:\\d+/account/[a-z]+)\\?token=([A-Za-z0-9_-]{43})");
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String PASSWORD = "a long enough passphrase";
    private static final String OTHER = "another long passphrase";

    private static Mailbox mailbox;
    private static RosterServer server;
    private static String token;
    private static String key;
    private static String claim;

    @BeforeAll
    static void start() {
        mailbox = TwoNodes.mailbox();
        server = TwoNodes.one();
        authenticate();
        key = good(
                        http().post("/v1/api-keys")
                                .bearer(token)
                                .json(Map.of("name", "gateway", "scopes", new String[] {
                                    "users:create", "users:read", "users:update"
                                }))
                                .send(),
                        201)
                .get("key")
                .asText();
        claim = "tCode=default&tId="
                + good(http().get("/v1/tenants/default").bearer(token).send(), 200)
                        .get("objectId")
                        .asText();
    }

    @Test
    void whoIsInvitedByUracSetsAPasswordByTheMailAndLogsInThroughAmani() throws MessagingException {
        var name = name();
        var answered = invite(name, Map.of());

        var mail = mailbox.await(address(name), 1).get(0);
        var link = link(mail);
        var form = http().get(link.path()).query("token", link.token()).send();
        var set = http().post(link.path())
                .form("token", link.token(), "password", PASSWORD, "confirmation", PASSWORD)
                .send();

        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getSubject()).isEqualTo("Default: set up your account");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(link.base()).isEqualTo(server.base() + "/account/password");
        assertThat(form.status()).isEqualTo(200);
        assertThat(set.status()).as(set.toString()).isEqualTo(200);
        assertThat(amani(name, PASSWORD).status()).isEqualTo(200);
        var user = user(name);
        assertThat(user.get("status").asText()).isEqualTo("ACTIVE");
        assertThat(user.get("emailVerified").asBoolean()).isTrue();
        assertThat(urac("/urac/resetPassword?token=" + answered, Map.of("password", OTHER, "confirmation", OTHER))
                        .json()
                        .get("result")
                        .asBoolean())
                .isFalse(); // the link of the mail has voided the token of the answer
    }

    @Test
    void theTokenOfTheAnswerWorksTooAndProvesNoAddress() {
        var name = name();
        var answered = invite(name, Map.of());
        var link = link(mailbox.await(address(name), 1).get(0));

        assertThat(urac("/urac/resetPassword?token=" + answered, Map.of("password", PASSWORD, "confirmation", PASSWORD))
                        .json()
                        .get("result")
                        .asBoolean())
                .isTrue();

        assertThat(user(name).get("emailVerified").asBoolean()).isFalse();
        assertThat(http().get(link.path()).query("token", link.token()).send().status())
                .isEqualTo(410);
    }

    @Test
    void whoForgotThePasswordGetsALinkAndIsToldOfTheChange() throws MessagingException {
        var name = person(Map.of());
        var before = amani(name, PASSWORD).json();

        var asked = http().get("/urac/forgotPassword?username=" + name)
                .header("key", key)
                .send();
        var unknown = http().get("/urac/forgotPassword?username=nobody-" + name)
                .header("key", key)
                .send();
        var link = link(mailbox.await(address(name), 1).get(0));
        http().post(link.path())
                .form("token", link.token(), "password", OTHER, "confirmation", OTHER)
                .send();

        assertThat(asked.text()).isEqualTo(unknown.text());
        assertThat(amani(name, PASSWORD).status()).isEqualTo(401);
        assertThat(amani(name, OTHER).status()).isEqualTo(200);
        assertThat(http().get("/v1/me")
                        .bearer(before.get("access").asText())
                        .send()
                        .status())
                .isEqualTo(401);
        var notice = mailbox.await(address(name), 2).get(1);
        assertThat(notice.getSubject()).isEqualTo("Default: your password was changed");
        assertThat(mailbox.to(address("nobody-" + name))).isEmpty();
    }

    @Test
    void aNewAddressIsAskedAndTheOldOneIsTold() throws MessagingException {
        var name = person(Map.of());
        var id = user(name).get("id").asText();
        var next = "new-" + address(name);

        good(
                http().post("/v1/users/" + id + "/email-change")
                        .bearer(token)
                        .json(Map.of("email", next))
                        .send(),
                202);
        var link = link(mailbox.await(next, 1).get(0));
        assertThat(user(name).get("email").asText()).isEqualTo(address(name));
        var confirmed = http().post(link.path()).form("token", link.token()).send();

        assertThat(confirmed.status()).as(confirmed.toString()).isEqualTo(200);
        assertThat(user(name).get("email").asText()).isEqualTo(next);
        assertThat(user(name).get("emailVerified").asBoolean()).isTrue();
        var notice = mailbox.await(address(name), 1).get(0);
        assertThat(notice.getSubject()).isEqualTo("Default: your e-mail address was changed");
    }

    @Test
    void whoReadsSpanishIsWrittenToInSpanish() throws MessagingException {
        var name = person(Map.of("locale", "es-MX"));

        good(
                http().post("/v1/users/" + user(name).get("id").asText() + "/password-reset")
                        .bearer(token)
                        .send(),
                202);

        var mail = mailbox.await(address(name), 1).get(0);
        assertThat(mail.getSubject()).isEqualTo("Default: elija una contraseña nueva");
        assertThat(mail.getHeader("Content-Language")).containsExactly("es");
        assertThat(Mailbox.whole(mail)).contains("Elegir una contraseña nueva").contains("<html lang=\"es\">");
    }

    @Test
    void aTenantSaysItInItsOwnWords() throws MessagingException {
        var tenant = good(
                        http().post("/v1/tenants")
                                .bearer(token)
                                .json(Map.of("code", "t" + COUNT.incrementAndGet(), "name", "Acme & Sons"))
                                .send(),
                        201)
                .get("id")
                .asText();
        var template = http().put("/v1/mail-templates/INVITATION/en?tenant=" + tenant)
                .bearer(token)
                .json(Map.of(
                        "subject", "Come to {{tenant}}, {{name}}!",
                        "text", "{{link}}",
                        "html", "<b>{{{name}}}</b> <a href=\"{{link}}\">come</a>"))
                .send();
        var name = name();
        good(
                http().post("/v1/users")
                        .bearer(token)
                        .json(Map.of(
                                "tenant",
                                tenant,
                                "username",
                                name,
                                "email",
                                address(name),
                                "displayName",
                                "<i>Jane</i>",
                                "status",
                                "PENDING_NEW"))
                        .send(),
                201);

        var mail = mailbox.await(address(name), 1).get(0);

        assertThat(template.status()).as(template.toString()).isEqualTo(200);
        assertThat(mail.getSubject()).isEqualTo("Come to Acme & Sons, <i>Jane</i>!");
        assertThat(Mailbox.whole(mail)).contains("<b>&lt;i&gt;Jane&lt;/i&gt;</b>");
    }

    @Test
    void noNameAddsALineARecipientOrMarkup() throws MessagingException {
        var name = name();
        var body =
                new HashMap<String, Object>(Map.of("username", name, "email", address(name), "status", "PENDING_NEW"));
        for (var broken : new String[] {"Jane\r\nBcc: all@example.com", "Jane\u2028Bcc: all@example.com"}) {
            body.put("displayName", broken);
            assertThat(http().post("/v1/users").bearer(token).json(body).send().status())
                    .isEqualTo(400);
        }
        body.put("displayName", "Jane, Bcc: all@example.com <b>bold</b>");
        good(http().post("/v1/users").bearer(token).json(body).send(), 201);

        var mail = mailbox.await(address(name), 1).get(0);

        assertThat(mailbox.to(address(name))).hasSize(1);
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getHeader("Subject")).hasSize(1);
        assertThat(mailbox.to("all@example.com")).isEmpty();
        assertThat(Mailbox.whole(mail))
                .contains("Hello Jane, Bcc: all@example.com <b>bold</b>,")
                .contains("Bcc: all@example.com &lt;b&gt;bold&lt;/b&gt;");
    }

    @Test
    void anAddressThatIsConfirmedByTheTokenOfTheAnswerIsNotVerified() {
        var name = person(Map.of());
        var next = "next-" + address(name);
        var answered = urac(
                        "/urac/account/changeEmail?uId="
                                + user(name).get("objectId").asText(),
                        Map.of("email", next))
                .json()
                .get("data")
                .asText();
        var link = link(mailbox.await(next, 1).get(0));

        var confirmed = http().get("/urac/changeEmail/validate?token=" + answered)
                .header("key", key)
                .send();

        assertThat(confirmed.json().get("result").asBoolean())
                .as(confirmed.toString())
                .isTrue();
        assertThat(link.token()).isNotEqualTo(answered);
        assertThat(user(name).get("email").asText()).isEqualTo(next);
        assertThat(user(name).get("emailVerified").asBoolean()).isFalse();
        assertThat(http().get(link.path()).query("token", link.token()).send().status())
                .isEqualTo(410);
    }

    private record Link(String base, String path, String token) {}

    private static Link link(MimeMessage mail) {
        var found = LINK.matcher(Mailbox.whole(mail));
        assertThat(found.find()).as(Mailbox.whole(mail)).isTrue();
        return new Link(found.group(1), found.group(1).replaceFirst("http://[^/]*", ""), found.group(2));
    }

    private static Http http() {
        return server.http();
    }

    private static void authenticate() {
        token = Credentials.token(http());
    }

    private static String name() {
        return "mail" + COUNT.incrementAndGet();
    }

    private static String address(String name) {
        return name + "@example.com";
    }

    /** Somebody with a password, who has got no mail. */
    private static String person(Map<String, Object> more) {
        var name = name();
        var body = new HashMap<String, Object>(more);
        body.putAll(Map.of("username", name, "email", address(name), "password", PASSWORD));
        good(http().post("/v1/users").bearer(token).json(body).send(), 201);
        return name;
    }

    /** Invites by urac; the token that its contract answers. */
    private static String invite(String name, Map<String, Object> more) {
        var body = new HashMap<String, Object>(more);
        body.putAll(Map.of("username", name, "firstName", "Jane", "lastName", "Doe", "email", address(name)));
        return urac("/urac/admin/addUser?" + claim, body)
                .json()
                .at("/data/token")
                .asText();
    }

    private static Answer urac(String path, Map<String, ?> body) {
        return http().post(path).header("key", key).json(body).send();
    }

    private static Answer amani(String name, String password) {
        return http().post("/amani/api/v2/user/login")
                .json(Map.of("username", address(name), "password", password))
                .send();
    }

    private static JsonNode user(String name) {
        return good(http().get("/v1/users?username=" + name).bearer(token).send(), 200)
                .at("/items/0");
    }

    private static JsonNode good(Answer answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        return answer.json();
    }
}

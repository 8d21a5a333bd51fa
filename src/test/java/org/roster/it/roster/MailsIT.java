package org.roster.it.roster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roster.it.Answer;

/** Mails and their templates, on a server that has no SMTP server. */
class MailsIT extends RosterApi {

    private static final String[] READER = {"mails:read", "users:read"};

    private static JsonNode invited(String tenant, Map<String, ?> more) {
        var name = unique("jane");
        var body = new HashMap<String, Object>(
                Map.of("tenant", tenant, "username", name, "email", name + "@example.com", "status", "PENDING_NEW"));
        body.putAll(more);
        return made("/v1/users", body);
    }

    private static JsonNode mail(String tenant, JsonNode user) {
        var items = get("/v1/mails?tenant=" + tenant + "&user=" + user.get("id").asText())
                .json()
                .get("items");
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    private static JsonNode whole(String bearer, String tenant, JsonNode mail) {
        var answer = http().get("/v1/mails/" + mail.get("id").asText())
                .query("tenant", tenant)
                .bearer(bearer)
                .send();
        assertStatus(answer, 200);
        return answer.json();
    }

    private static Answer put(String tenant, String kindAndLocale, String subject, String text, String html) {
        return http().put("/v1/mail-templates/" + kindAndLocale)
                .query("tenant", tenant)
                .bearer(token())
                .json(Map.of("subject", subject, "text", text, "html", html))
                .send();
    }

    @Test
    void anInvitationIsHeldAndShownAndItsLinkWorks() {
        var tenant = tenant();
        var user = invited(tenant, Map.of("displayName", "Jane Doe"));

        var listed = mail(tenant, user);
        var shown = whole(token(), tenant, listed);

        assertThat(listed.get("kind").asText()).isEqualTo("INVITATION");
        assertThat(listed.get("status").asText()).isEqualTo("HELD");
        assertThat(listed.get("to").asText()).isEqualTo(user.get("email").asText());
        assertThat(listed.get("subject").asText()).isEqualTo("A tenant of its own: set up your account");
        assertThat(listed.get("tries").asInt()).isZero();
        assertThat(listed.get("nextTryAt").isNull()).isTrue();
        assertThat(listed.get("sentAt").isNull()).isTrue();
        assertThat(List.of("text", "html", "link")).noneMatch(listed::has);
        assertThat(shown.get("text").asText())
                .contains("Hello Jane Doe,")
                .contains("/account/password?token=…")
                .doesNotContainPattern("token=\\w");
        assertThat(shown.get("html").asText()).doesNotContainPattern("token(=|&#x3D;|&#61;)\\w");
        var link = shown.get("link").asText();
        var path = link.substring(link.indexOf("/account/"));
        assertThat(http().get(path).send().status()).isEqualTo(200);
        assertThat(http().get(path.substring(0, path.length() - 1)).send().status())
                .isEqualTo(410);
    }

    @Test
    void theLinkIsForThoseOnlyWhoCouldSetThePasswordAnyhow() {
        var tenant = tenant();
        var strong = madeId(
                "/v1/groups", Map.of("tenant", tenant, "name", "strong", "permissions", List.of("tenants:update")));
        var plain = mail(tenant, invited(tenant, Map.of()));
        var ofStrong = mail(tenant, invited(tenant, Map.of("groups", List.of(strong))));
        var reader = clientOf(tenant, READER).token();
        var updater = clientOf(tenant, "mails:read", "users:update").token();
        var strongUpdater =
                clientOf(tenant, "mails:read", "users:update", "tenants:update").token();

        assertThat(whole(reader, tenant, plain).has("link")).isFalse();
        assertThat(whole(reader, tenant, plain).has("text")).isTrue();
        assertThat(whole(updater, tenant, plain).has("link")).isTrue();
        assertThat(whole(updater, tenant, ofStrong).has("link")).isFalse();
        assertThat(whole(strongUpdater, tenant, ofStrong).has("link")).isTrue();
    }

    @Test
    void aListIsFilteredAndWalkedTheNewestFirst() {
        var tenant = tenant();
        var ids = new ArrayList<String>();
        JsonNode last = null;
        for (int i = 0; i < 5; i++) {
            last = invited(tenant, Map.of());
            ids.add(0, mail(tenant, last).get("id").asText());
        }
        var list = "/v1/mails?tenant=" + tenant;

        assertThat(walk(list + "&limit=2", "id")).isEqualTo(ids);
        assertThat(walk(list + "&status=HELD&kind=INVITATION&limit=2", "id")).isEqualTo(ids);
        assertThat(walk(list + "&status=SENT", "id")).isEmpty();
        assertThat(walk(list + "&kind=PASSWORD_RESET", "id")).isEmpty();
        assertThat(walk(list + "&user=" + last.get("id").asText(), "id")).containsExactly(ids.get(0));
        assertThat(walk(list + "&user=" + UNKNOWN, "id")).isEmpty();
        var cursor = get(list + "&limit=2").json().get("next").asText();
        assertRefused(get(list + "&limit=2&kind=INVITATION&cursor=" + cursor), 400, "cursor_invalid");
        assertThat(get(list + "&status=LOST").status()).isEqualTo(400);
        assertThat(get(list + "&kind=invitation").status()).isEqualTo(400);
        assertThat(get(list + "&user=jane").status()).isEqualTo(400);
    }

    @Test
    void aMailOfAnotherTenantIsNotThere() {
        var tenant = tenant();
        var id = mail(tenant, invited(tenant, Map.of())).get("id").asText();
        var stranger = clientOf(tenant(), ALL_BUT_PLATFORM).token();

        for (var path : List.of("/v1/mails/" + id, "/v1/mails/" + UNKNOWN, "/v1/mails/none")) {
            assertProblem(
                    http().get(path).bearer(stranger).send(),
                    404,
                    "Not Found",
                    "not_found",
                    "there is no such mail",
                    "mail");
            assertProblem(
                    http().post(path + "/retry").bearer(stranger).send(),
                    404,
                    "Not Found",
                    "not_found",
                    "there is no such mail",
                    "mail");
        }
        assertThat(http().get("/v1/mails").bearer(stranger).send().json().get("items"))
                .isEmpty();
    }

    @Test
    void withoutAServerATriedMailStaysHeldAndTheTryingIsAnEvent() {
        var tenant = tenant();
        var id = mail(tenant, invited(tenant, Map.of())).get("id").asText();

        var tried = post("/v1/mails/" + id + "/retry?tenant=" + tenant, "{}");

        assertStatus(tried, 200);
        assertThat(tried.json().get("status").asText()).isEqualTo("HELD");
        assertThat(members(get("/v1/events?tenant=" + tenant + "&subject=" + id).json(), "type"))
                .containsExactly("mail.retried");
    }

    @Test
    void eachScopeOpensItsOwnDoorOnly() {
        var tenant = tenant();
        var id = mail(tenant, invited(tenant, Map.of())).get("id").asText();
        var reader = clientOf(tenant, "mails:read", "mail-templates:read").token();

        assertThat(http().post("/v1/mails/" + id + "/retry")
                        .bearer(reader)
                        .send()
                        .status())
                .isEqualTo(403);
        assertThat(http().delete("/v1/mail-templates/PIN/en")
                        .bearer(reader)
                        .send()
                        .status())
                .isEqualTo(403);
        assertThat(http().get("/v1/mail-templates/PIN/en").bearer(reader).send().status())
                .isEqualTo(200);
        var other = clientOf(tenant, "users:read").token();
        assertThat(http().get("/v1/mails").bearer(other).send().status()).isEqualTo(403);
        assertThat(http().get("/v1/mail-templates").bearer(other).send().status())
                .isEqualTo(403);
    }

    @Test
    void aTenantsOwnTemplateHoldsUntilItIsTakenAway() {
        var tenant = tenant();
        var path = "/v1/mail-templates/INVITATION/es?tenant=" + tenant;
        var before = get(path).json();
        assertThat(before.get("own").asBoolean()).isFalse();
        assertThat(get("/v1/mail-templates?tenant=" + tenant).json().get("items"))
                .hasSize(20);

        assertStatus(put(tenant, "INVITATION/es", "Venga, {{name}}", "{{link}}", "<a href=\"{{link}}\">aquí</a>"), 200);

        assertThat(get(path).json()).isEqualTo(json("""
                {"kind": "INVITATION", "locale": "es", "own": true, "subject": "Venga, {{name}}", "text": "{{link}}",
                 "html": "<a href=\\"{{link}}\\">aquí</a>"}"""));
        assertThat(get("/v1/mail-templates/INVITATION/en?tenant=" + tenant)
                        .json()
                        .get("own")
                        .asBoolean())
                .isFalse();
        assertThat(get("/v1/mail-templates/INVITATION/es").json().get("own").asBoolean())
                .isFalse();
        var user = invited(tenant, Map.of("locale", "es-AR", "displayName", "Juana"));
        assertThat(mail(tenant, user).get("subject").asText()).isEqualTo("Venga, Juana");

        assertStatus(delete(path), 204);
        assertStatus(delete(path), 204);

        assertThat(get(path).json()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "INVITATION/en, Hello, without, {{link}}, 400",
        "INVITATION/en, Hello, {{link}}, without, 400",
        "INVITATION/en, {{link}}, {{link}}, {{link}}, 400",
        "INVITATION/en, Hello, {{link}} {{surname}}, {{link}}, 400",
        "INVITATION/en, Hello, {{link}} {{#name}}, {{link}}, 400",
        "INVITATION/en, '', {{link}}, {{link}}, 400",
        "PIN/en, Hello, {{pin}}, {{link}}, 400",
        "PASSWORD_CHANGED/en, Hello, x {{link}}, x, 400",
        "PASSWORD_CHANGED/de, Hello, x, x, 400",
        "GREETING/en, Hello, x, x, 400",
        "PASSWORD_CHANGED/en, Hello, x, x, 200",
        "PIN/en, Hello, {{pin}}, {{pin}}, 200"
    })
    void aTemplateThatWouldNotDoIsRefused(String which, String subject, String text, String html, int status) {
        var tenant = tenant();

        assertThat(put(tenant, which, subject, text, html).status()).isEqualTo(status);

        assertThat(http().post("/v1/mail-templates/" + which + "/preview")
                        .bearer(token())
                        .json(Map.of("subject", subject, "text", text, "html", html))
                        .send()
                        .status())
                .isEqualTo(status);
    }

    @Test
    void aPreviewShowsSamplesAndKeepsNothing() {
        var answer = post("/v1/mail-templates/INVITATION/en/preview", """
                {"subject": "Hello {{name}}", "text": "{{tenant}} {{hours}} {{link}}", "html": "<p>{{{tenant}}}: {{link}}</p>"}""");

        assertStatus(answer, 200);
        assertThat(answer.json().get("subject").asText()).isEqualTo("Hello Jane Doe");
        assertThat(answer.json().get("text").asText())
                .startsWith("Example Ltd 24 http")
                .endsWith("/account/password?token=…");
        assertThat(answer.json().get("html").asText()).startsWith("<p>Example Ltd: http");
        assertThat(get("/v1/mail-templates/INVITATION/en").json().get("own").asBoolean())
                .isFalse();
    }
}

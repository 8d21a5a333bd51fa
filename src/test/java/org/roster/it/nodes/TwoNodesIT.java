package org.roster.it.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.roster.it.Answer;
import org.roster.it.Http;
import org.roster.it.Mailbox;
import org.roster.it.TwoNodes;

/** What must happen once happens once, whichever of two nodes is asked. */
class TwoNodesIT extends NodesApi {

    private static final Pattern TOKEN = Pattern.compile("token=([A-Za-z0-9_-]{43})");

    /** Both were started on an empty database at the same instant, by {@link TwoNodes} (R62). */
    @Test
    void nodesThatStartTogetherMakeOneDirectory() {
        for (int i = 0; i < 2; i++) {
            assertThat(values(node(i), "/v1/tenants?limit=100", "code")).containsOnlyOnce("default");
            assertThat(values(node(i), "/v1/users?username=admin", "username")).containsExactly("admin");
            assertThat(values(node(i), "/v1/groups?limit=100", "code")).containsOnlyOnce("administrators");
            assertThat(values(node(i), "/v1/signing-keys", "id")).hasSize(1);
        }
        assertThat(other().get("/oauth2/jwks").send().json())
                .isEqualTo(one().get("/oauth2/jwks").send().json());
    }

    private static List<String> items(Http node, String path) {
        return values(node, path, "id");
    }

    private static List<String> values(Http node, String path, String member) {
        var values = new ArrayList<String>();
        node.get(path)
                .bearer(token())
                .send()
                .json()
                .get("items")
                .forEach(item -> values.add(item.path(member).asText()));
        return values;
    }

    @Test
    void ofAHundredCreatesOfOneNameOneMakesAUser() throws Exception {
        var name = unique("racer");

        var answers = together(100, i -> node(i).post("/v1/users")
                .bearer(token())
                .json(Map.of("username", name))
                .send());

        assertThat(answers).extracting(Answer::status).containsOnly(201, 409).containsOnlyOnce(201);
        assertThat(items(one(), "/v1/users?username=" + name)).hasSize(1);
    }

    @Test
    void wrongTriesOverBothNodesAreCountedTogether() throws SQLException {
        var jane = person();
        var from = address();
        for (int i = 0; i < 5; i++) {
            assertThat(logIn(node(i), from, jane.name(), "wrong").status()).isEqualTo(401);
        }
        assertThat(failures(jane)).isEqualTo(5);
        // Seven more make the delay two minutes long, which is longer than any machine takes for two requests.
        try (var connection = TwoNodes.one().database();
                var update = connection.prepareStatement("update wrong_try set failures = 12 where bucket = ?")) {
            update.setString(1, "account:" + jane.id());
            assertThat(update.executeUpdate()).isEqualTo(1);
        }

        for (int i = 0; i < 2; i++) {
            var held = logIn(node(i), address(), jane.name(), PASSWORD);
            assertThat(held.status()).as(held.toString()).isEqualTo(429);
            assertThat(Integer.parseInt(held.header("Retry-After"))).isBetween(1, 128);
        }
    }

    @Test
    void ofFortyWrongTriesAtOnceOverBothNodesAFewAreLookedAt() throws Exception {
        var jane = person();
        var strangers = List.of(address(), address(), address(), address());

        long began = System.nanoTime();
        var answers = together(40, i -> logIn(node(i), strangers.get(i % 4), jane.name(), "wrong " + i));
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);

        assertThat(answers).extracting(Answer::status).containsOnly(401, 429);
        var looked = answers.stream().filter(answer -> answer.status() == 401).count();
        // Five on each node before the first of them is counted; from then on each is counted before it is looked at,
        // which
        // lets four more through until five are counted; then delays of one second, two, four: after each that went by,
        // one
        // on each node.
        int delays = 63 - Long.numberOfLeadingZeros(seconds + 1);
        assertThat(looked).isBetween(5L, 10L + 4 + 2L * delays);
        assertThat(failures(jane)).isEqualTo((int) looked);
        assertThat(answers).filteredOn(answer -> answer.status() == 429).allSatisfy(held -> assertThat(
                        Integer.parseInt(held.header("Retry-After")))
                .isPositive());
    }

    private static int failures(Person person) {
        return other().get("/v1/users/" + person.id() + "/lock-out")
                .bearer(token())
                .send()
                .json()
                .get("failures")
                .asInt();
    }

    @Test
    void wrongTriesFromOneAddressAreCountedTogether() {
        var from = address();
        int looked = 0;
        while (looked < 60
                && logIn(node(looked), from, unique("nobody"), "wrong").status() == 401) {
            looked++;
        }

        assertThat(looked).isEqualTo(TwoNodes.PER_ADDRESS);
        assertThat(logIn(other(), from, unique("nobody"), "wrong").status()).isEqualTo(429);
    }

    @Test
    void eachMailIsSentOnceThoughBothNodesSend() throws InterruptedException {
        var names = new ArrayList<String>();
        for (int i = 0; i < 12; i++) {
            var name = unique("invited");
            var made = node(i).post("/v1/users")
                    .bearer(token())
                    .json(Map.of("username", name, "email", name + "@example.com", "status", "PENDING_NEW"))
                    .send();
            assertThat(made.status()).as(made.toString()).isEqualTo(201);
            names.add(name);
        }

        for (var name : names) {
            TwoNodes.mailbox().await(name + "@example.com", 1);
        }
        for (int i = 0; i < 100 && !items(one(), "/v1/mails?status=QUEUED").isEmpty(); i++) {
            Thread.sleep(100);
        }

        assertThat(items(one(), "/v1/mails?status=QUEUED")).isEmpty();
        assertThat(names).allSatisfy(name -> assertThat(TwoNodes.mailbox().to(name + "@example.com"))
                .hasSize(1));
    }

    @Test
    void aResetTokenThatIsUsedOnBothNodesAtOnceWorksOnce() throws Exception {
        var jane = person();
        var asked = one().post("/v1/users/" + jane.id() + "/password-reset")
                .bearer(token())
                .send();
        assertThat(asked.status()).as(asked.toString()).isEqualTo(202);
        var mail = Mailbox.whole(
                TwoNodes.mailbox().await(jane.name() + "@example.com", 1).get(0));
        var token = TOKEN.matcher(mail);
        assertThat(token.find()).as(mail).isTrue();

        var answers = together(10, i -> node(i).post("/account/password")
                .form("token", token.group(1), "password", password(i), "confirmation", password(i))
                .send());

        var statuses = answers.stream().map(Answer::status).toList();
        assertThat(statuses).containsOnly(200, 410).containsOnlyOnce(200);
        assertThat(logIn(other(), address(), jane.name(), password(statuses.indexOf(200)))
                        .status())
                .isEqualTo(200);
    }

    private static String password(int number) {
        return "seven blue herons number " + number;
    }
}

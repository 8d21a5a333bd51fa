package org.roster.it.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.roster.it.Answer;

/** Requests of the same instant for the same name (R12, R13, R15): the database decides, and says it without a fault. */
class RaceIT extends RosterApi {

    private static final int THREADS = 8;

    @RepeatedTest(10)
    void ofEightSpellingsOfOneNameOneIsMade() throws Exception {
        var name = "ren\u00e9e\ufb01x" + unique("");
        var plain = Normalizer.normalize(name, Normalizer.Form.NFKC);
        var spellings = List.of(
                name,
                plain,
                plain.toUpperCase(Locale.ROOT),
                Normalizer.normalize(plain, Normalizer.Form.NFD),
                Normalizer.normalize(plain.toUpperCase(Locale.ROOT), Normalizer.Form.NFD),
                fullWidth(plain),
                fullWidth(plain.toUpperCase(Locale.ROOT)),
                plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1));

        var answers = together(spellings.stream()
                .map(spelling -> create(Map.of("username", spelling)))
                .toList());

        assertOneWon(answers, "username_taken");
        var found =
                http().get("/v1/users").query("username", name).bearer(token()).send();
        assertThat(found.json().get("items")).hasSize(1);
    }

    @RepeatedTest(5)
    void ofEightUsersWithOneAddressOneIsMade() throws Exception {
        var address = unique("mail") + "@example.com";
        var wishes = new ArrayList<Callable<Answer>>();
        for (int i = 0; i < THREADS; i++) {
            var spelling = i % 2 == 0 ? address : address.toUpperCase(Locale.ROOT);
            wishes.add(create(Map.of("username", unique("racer" + i), "email", spelling)));
        }

        assertOneWon(together(wishes), "email_taken");
    }

    @RepeatedTest(10)
    void aNameAndAnAddressThatAreTheSameAreMadeOnce() throws Exception {
        var address = unique("both") + "@example.com";
        var wishes = new ArrayList<Callable<Answer>>();
        for (int i = 0; i < THREADS; i++) {
            wishes.add(create(
                    i % 2 == 0
                            ? Map.of("username", address)
                            : Map.of("username", unique("racer" + i), "email", address)));
        }

        var answers = together(wishes);

        assertThat(answers).extracting(Answer::status).containsOnly(201, 409);
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    }

    @RepeatedTest(5)
    void ofEightGroupsWithOneCodeOneIsMade() throws Exception {
        var code = unique("code");
        var wishes = new ArrayList<Callable<Answer>>();
        for (int i = 0; i < THREADS; i++) {
            var body = Map.of("name", "n", "code", i % 2 == 0 ? code : code.toUpperCase(Locale.ROOT));
            wishes.add(
                    () -> http().post("/v1/groups").bearer(token()).json(body).send());
        }

        assertOneWon(together(wishes), "group_code_taken");
    }

    @RepeatedTest(5)
    void ofEightChangesOfOneStateOneIsTaken() throws Exception {
        var id = madeId("/v1/users", Map.of("username", unique("state")));
        var wishes = new ArrayList<Callable<Answer>>();
        for (int i = 0; i < THREADS; i++) {
            var name = "Number " + i;
            wishes.add(() -> http().patch("/v1/users/" + id)
                    .bearer(token())
                    .header("If-Match", "\"1\"")
                    .json(Map.of("givenName", name))
                    .send());
        }

        var answers = together(wishes);

        assertThat(answers).extracting(Answer::status).containsOnly(200, 412);
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(get("/v1/users/" + id).header("ETag")).isEqualTo("\"2\"");
    }

    @RepeatedTest(5)
    void eightThatJoinOneGroupAtOnceAllSucceed() throws Exception {
        var group = madeId("/v1/groups", Map.of("name", unique("group")));
        var user = madeId("/v1/users", Map.of("username", unique("joiner")));
        var wishes = new ArrayList<Callable<Answer>>();
        for (int i = 0; i < THREADS; i++) {
            wishes.add(() -> put("/v1/groups/" + group + "/members/" + user));
        }

        var answers = together(wishes);

        assertThat(answers).extracting(Answer::status).containsOnly(204);
        assertThat(get("/v1/events?type=user.joined&subject=" + user).json().get("items"))
                .hasSize(1);
    }

    private static void assertOneWon(List<Answer> answers, String reason) {
        assertThat(answers).extracting(Answer::status).containsOnly(201, 409);
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .extracting(answer -> answer.json().get("code").asText())
                .containsOnly(reason);
    }

    private static Callable<Answer> create(Map<String, ?> body) {
        return () -> http().post("/v1/users").bearer(token()).json(body).send();
    }

    /** All of them in the same instant, each in a thread of its own. */
    private static List<Answer> together(List<Callable<Answer>> wishes) throws Exception {
        var barrier = new CyclicBarrier(wishes.size());
        var threads = Executors.newFixedThreadPool(wishes.size());
        try {
            var answers = new ArrayList<Answer>();
            for (var running : threads.invokeAll(wishes.stream()
                    .<Callable<Answer>>map(wish -> () -> {
                        barrier.await(10, TimeUnit.SECONDS);
                        return wish.call();
                    })
                    .toList())) {
                answers.add(running.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }

    private static String fullWidth(String text) {
        var wide = new StringBuilder();
        text.chars().forEach(c -> wide.append((char) (c > ' ' && c < 0x7f ? c + 0xfee0 : c)));
        return wide.toString();
    }
}

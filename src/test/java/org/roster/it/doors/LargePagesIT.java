package org.roster.it.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.roster.it.Answer;
import org.roster.it.Deployed;
import org.roster.it.NewTenant;

/** Rows that are as large as a request can make them do not fill the memory, however many are asked for (R42). */
class LargePagesIT extends Deployed {

    private static final int USERS = 90;
    private static final int ROW = 240_000;
    private static final int AT_ONCE = 24;

    private static String client;

    @BeforeAll
    static void manyLargeUsers() {
        var code = unique("large");
        client = NewTenant.of(http(), token(), code, "users:read", "users:create", "events:read", "READ_PRIVILEGES")
                .token();
        var text = "x".repeat(ROW / 4);
        var data = Map.of("a", text, "b", text, "c", text, "d", text);
        for (int i = 0; i < USERS; i++) {
            var made = http().post("/v1/users")
                    .bearer(client)
                    .json(Map.of("username", "large-%03d".formatted(i), "customData", data))
                    .send();
            assertThat(made.status()).isEqualTo(201);
        }
    }

    private static Answer get(String path) {
        return http().get(path).bearer(client).send();
    }

    /** Every item of a list once and in order, page by page; no page is much larger than four mebibytes. */
    private static LinkedHashSet<String> all(String path) {
        var seen = new LinkedHashSet<String>();
        String cursor = null;
        do {
            var answer = get(path + (cursor == null ? "" : "&cursor=" + cursor));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text().length()).isLessThan(5_000_000);
            var page = answer.json();
            page.get("items").forEach(item -> assertThat(seen.add(item.get("id").asText()))
                    .isTrue());
            cursor = page.hasNonNull("next") ? page.get("next").asText() : null;
        } while (cursor != null);
        return seen;
    }

    @Test
    void aPageOfLargeRowsEndsEarlyAndItsCursorLeadsToTheRest() {
        var first = get("/v1/users?limit=1000").json();

        assertThat(first.get("items").size()).isBetween(2, USERS - 1);
        assertThat(all("/v1/users?limit=1000")).hasSize(USERS);
        assertThat(all("/v1/users?limit=1000&sort=-username")).hasSize(USERS);
        assertThat(all("/v1/users?limit=1000&prefix=large-")).hasSize(USERS);
        assertThat(all("/v1/users?limit=7")).hasSize(USERS);
        assertThat(all("/v1/events?limit=1000&type=user.created")).hasSize(USERS);
    }

    @Test
    void theFeedAndTheExportOfLargeEventsEndEarlyAndGoOn() {
        var seen = new LinkedHashSet<String>();
        long place = 0;
        for (long before = -1; place > before; ) {
            before = place;
            var answer = get("/v1/events/feed?limit=1000&type=user.created&after=" + place);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text().length()).isLessThan(5_000_000);
            answer.json().get("items").forEach(item -> assertThat(
                            seen.add(item.get("id").asText()))
                    .isTrue());
            place = answer.json().get("next").asLong();
        }
        var export = get("/v1/audit/export?limit=1000");

        assertThat(seen).hasSize(USERS);
        assertThat(export.status()).isEqualTo(200);
        assertThat(export.text().length()).isLessThan(5_000_000);
        assertThat(export.text().lines().count()).isBetween(2L, USERS - 1L);
    }

    @Test
    void whoAsksByNumberForMoreThanOneAnswerHoldsIsToldToAskForFewer() {
        var all = get("/authservice/api/users/search?page=0&size=1000");
        var some = get("/authservice/api/users/search?page=1&size=20");

        assertThat(all.status())
                .as(all.text().substring(0, Math.min(300, all.text().length())))
                .isEqualTo(400);
        assertThat(some.status()).isEqualTo(200);
        assertThat(some.json().get("content").size()).isEqualTo(20);
    }

    @Test
    void manyOfThemAtOnceAreAnsweredOrRefusedAndNothingFails() throws Exception {
        var threads = Executors.newFixedThreadPool(AT_ONCE);
        var statuses = new TreeMap<Integer, Integer>();
        try {
            var asked = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < 2 * AT_ONCE; i++) {
                asked.add(() -> get("/v1/users?limit=1000").status());
            }
            for (var one : threads.invokeAll(asked)) {
                statuses.merge(one.get(), 1, Integer::sum);
            }
        } finally {
            threads.shutdown();
        }

        assertThat(statuses.keySet()).isSubsetOf(200, 503);
        assertThat(statuses).containsKey(200);
        assertThat(get("/v1/users?limit=1000").status()).as("afterwards").isEqualTo(200);
    }
}

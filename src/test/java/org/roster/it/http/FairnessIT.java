package org.roster.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.roster.it.Answer;
import org.roster.it.Deployed;
import org.roster.it.NewTenant;

/** One tenant that asks for more than the machine can do does not keep another from its work (R53). */
class FairnessIT extends Deployed {

    private static final int FLOOD = 70;
    private static final int OTHERS = 10;

    private static String clientOf(String code) {
        return NewTenant.of(http(), token(), code, "users:create").token();
    }

    private static Answer create(String token) {
        return http().post("/v1/users")
                .bearer(token)
                .json(Map.of("username", unique("f"), "password", "a long enough passphrase"))
                .send();
    }

    @Test
    void creationsOfAnotherTenantAllSucceedWhileOneTenantFloods() throws Exception {
        var noisy = clientOf(unique("noisy"));
        var quiet = clientOf(unique("quiet"));
        assertThat(create(quiet).status()).isEqualTo(201);
        var going = new AtomicBoolean(true);
        var noise = new ConcurrentSkipListMap<Integer, AtomicInteger>();
        var threads = Executors.newFixedThreadPool(FLOOD);
        var refusals = ConcurrentHashMap.<String>newKeySet();
        var answersOfQuiet = new TreeMap<Integer, Integer>();
        try {
            for (int i = 0; i < FLOOD; i++) {
                threads.submit(() -> {
                    while (going.get()) {
                        var answer = create(noisy);
                        noise.computeIfAbsent(answer.status(), any -> new AtomicInteger())
                                .incrementAndGet();
                        if (answer.status() == 503) {
                            refusals.add(answer.header("Content-Type").replace("; ", ";") + " "
                                    + answer.header("Retry-After") + " " + answer.text());
                        }
                    }
                    return true;
                });
            }
            // More of them than are hashed at once have been through, so the lines are full.
            var deadline = Instant.now().plus(Duration.ofMinutes(1));
            while (answered(noise) < FLOOD && Instant.now().isBefore(deadline)) {
                Thread.sleep(20);
            }
            for (int i = 0; i < OTHERS; i++) {
                answersOfQuiet.merge(create(quiet).status(), 1, Integer::sum);
            }
        } finally {
            going.set(false);
            threads.shutdown();
            assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(answersOfQuiet).isEqualTo(Map.of(201, OTHERS));
        assertThat(noise.keySet()).contains(201).isSubsetOf(201, 503);
        assertThat(refusals)
                .isSubsetOf(
                        refusal("more passwords are to be hashed than this server can hash now"),
                        refusal(
                                "more requests of one tenant or address are being worked on than others leave room for"));
    }

    private static String refusal(String detail) {
        return "application/problem+json;charset=utf-8 1 {\"type\":\"about:blank\",\"title\":\"Service Unavailable\","
                + "\"status\":503,\"code\":\"overloaded\",\"detail\":\"" + detail + "\"}";
    }

    private static int answered(Map<Integer, AtomicInteger> noise) {
        return noise.values().stream().mapToInt(AtomicInteger::get).sum();
    }
}

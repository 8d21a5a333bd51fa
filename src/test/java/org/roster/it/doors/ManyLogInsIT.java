package org.roster.it.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.roster.it.Deployed;

/** A program that logs in as one user many times at the same instant, as services do that share an account. */
class ManyLogInsIT extends Deployed {

    private static final int THREADS = 16;
    private static final int EACH = 10;

    @Test
    void everyRightLogInOfOneAccountIsAnsweredWellHoweverManyAreLookedAtTogether() throws Exception {
        var address = unique("many") + "@example.com";
        var body = Map.of("email", address, "password", "S3cure-passw0rd!");
        assertThat(http().post("/v1/users")
                        .bearer(token())
                        .json(Map.of("username", address, "email", address, "password", "S3cure-passw0rd!"))
                        .send()
                        .status())
                .isEqualTo(201);
        Callable<Integer> logIn = () ->
                http().post("/authservice/api/auth/login").json(body).send().status();
        assertThat(logIn.call()).as("the first, after which the place is known").isEqualTo(200);
        var threads = Executors.newFixedThreadPool(THREADS);
        var statuses = new ArrayList<Integer>();

        try {
            var all = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < THREADS * EACH; i++) {
                all.add(logIn);
            }
            for (var answer : threads.invokeAll(all)) {
                statuses.add(answer.get());
            }
        } finally {
            threads.shutdown();
        }

        assertThat(statuses).hasSize(THREADS * EACH).containsOnly(200);
    }
}

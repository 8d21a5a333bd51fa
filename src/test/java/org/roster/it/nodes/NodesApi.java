package org.roster.it.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.it.Answer;
import org.roster.it.Credentials;
import org.roster.it.Http;
import org.roster.it.TwoNodes;

/** What the tests of two nodes have in common. */
@ExtendWith(TwoNodes.class)
abstract class NodesApi {

    static final String PASSWORD = "a long enough passphrase";

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private static String token;

    record Person(String name, String id) {}

    static Http one() {
        return TwoNodes.one().http();
    }

    static Http other() {
        return TwoNodes.other().http();
    }

    /** The nodes in turn. */
    static Http node(int number) {
        return number % 2 == 0 ? one() : other();
    }

    /** The bootstrap client's token, made by the first node. */
    static synchronized String token() {
        if (token == null) {
            token = clientToken(Credentials.CLIENT_ID, Credentials.CLIENT_SECRET);
        }
        return token;
    }

    static String clientToken(String clientId, String secret) {
        return Credentials.tokenOf(one(), clientId, secret);
    }

    static String unique(String prefix) {
        return prefix + "-" + Long.toString(System.nanoTime(), 36);
    }

    /** An address that nothing has come from yet; both nodes believe the header of the tests. */
    static String address() {
        return "198.51.100." + ADDRESSES.incrementAndGet();
    }

    static JsonNode made(String path, Map<String, ?> body) {
        var answer = one().post(path).bearer(token()).json(body).send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json();
    }

    static Person person() {
        var name = unique("jane");
        var body = Map.of("username", name, "email", name + "@example.com", "password", PASSWORD);
        return new Person(name, made("/v1/users", body).get("id").asText());
    }

    static Answer logIn(Http node, String from, String name, String password) {
        return node.post("/amani/api/v2/user/login")
                .header("X-Forwarded-For", from)
                .json(Map.of("username", name, "password", password))
                .send();
    }

    /** All at the same instant. */
    static List<Answer> together(int many, IntFunction<Answer> one) throws Exception {
        var threads = Executors.newFixedThreadPool(Math.min(many, 50));
        try {
            List<Callable<Answer>> calls = new ArrayList<>();
            IntStream.range(0, many).forEach(i -> calls.add(() -> one.apply(i)));
            var answers = new ArrayList<Answer>();
            for (var future : threads.invokeAll(calls)) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }
}

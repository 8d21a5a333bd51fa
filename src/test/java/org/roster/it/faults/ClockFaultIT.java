package org.roster.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.roster.it.Answer;
import org.roster.it.Credentials;
import org.roster.it.RosterServer;

/** The wall clock of one of two nodes steps an hour ahead and ten minutes back: tokens, what takes them back, rates and waits (R60). */
class ClockFaultIT extends SteppedNodes {

    private static final int LIFE = 3600;

    /** What the page says that clocks may differ by. */
    private static final int SKEW = 30;

    @Test
    void aTokenIsOverByTheWallClockOfWhoeverVerifiesIt() {
        var token = FaultyRoster.token(right.http());

        assertThat(me(stepped, token)).isEqualTo(200);
        stepTo(claims(token).get("exp").asLong() + SKEW - 10);
        assertThat(me(stepped, token)).isEqualTo(200);
        stepTo(claims(token).get("exp").asLong() + SKEW + 1);
        assertThat(me(stepped, token)).isEqualTo(401);
        clock.step(HOUR_AHEAD.plusMinutes(1));
        assertThat(me(stepped, token)).isEqualTo(401);
        clock.step(BEHIND);
        assertThat(me(stepped, token)).as("not yet made, by that clock").isEqualTo(401);
        clock.step(Duration.ZERO);
        assertThat(me(stepped, token)).isEqualTo(200);
        assertThat(me(right, token)).isEqualTo(200);
    }

    @Test
    void aTokenOfANodeWhoseClockIsWrongLivesAsLongAsAnyAndIsGoodElsewhereByThatClock() {
        for (var ahead : List.of(
                HOUR_AHEAD, BEHIND, Duration.ofSeconds(-LIFE - SKEW + 15), Duration.ofSeconds(-LIFE - SKEW - 1))) {
            clock.step(ahead);
            var token = FaultyRoster.token(stepped.http());

            var claims = claims(token);
            assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(LIFE);
            assertThat(claims.get("iat").asLong() - Instant.now().getEpochSecond() - ahead.toSeconds())
                    .isBetween(-30L, 1L);
            boolean ofThePresent = claims.get("iat").asLong() <= Instant.now().getEpochSecond() + SKEW
                    && claims.get("exp").asLong() > Instant.now().getEpochSecond() - SKEW;
            assertThat(me(right, token)).as(ahead.toString()).isEqualTo(ofThePresent ? 200 : 401);
        }
    }

    /** The end is written by one node's time, the token has the other's in it. */
    @Test
    void whoeverIsSignedOutAtOneNodeIsSignedOutAtTheOther() {
        var id = created(right, Map.of("username", "signed-out", "password", PASSWORD));
        for (var ahead : List.of(HOUR_AHEAD, BEHIND, Duration.ZERO)) {
            clock.step(ahead);
            var token = logIn(stepped, "signed-out");
            assertThat(me(stepped, token)).isEqualTo(200);

            var ended = right.http()
                    .delete("/v1/users/" + id + "/sessions")
                    .bearer(FaultyRoster.token(right.http()))
                    .send();

            assertThat(ended.status()).as(ended.toString()).isEqualTo(204);
            Waiting.until("signed out at " + ahead, 10, () -> me(stepped, token) == 401);
        }
    }

    /** Steps by which a token of the right node, or of the other, is good at both. */
    @Test
    void aTokenThatWasTakenBackAtOneNodeIsDeadAtTheOther() {
        for (var ahead : List.of(Duration.ofMinutes(30), BEHIND, Duration.ZERO)) {
            clock.step(ahead);
            var token = FaultyRoster.token((ahead.isNegative() ? stepped : right).http());
            assertThat(me(stepped, token)).isEqualTo(200);
            assertThat(me(right, token)).isEqualTo(200);

            right.http()
                    .post("/oauth2/revoke")
                    .basic(Credentials.CLIENT_ID, Credentials.CLIENT_SECRET)
                    .form("token", token)
                    .send();

            assertThat(me(right, token)).isEqualTo(401);
            Waiting.until("dead at " + ahead, 10, () -> me(stepped, token) == 401);
        }
    }

    @Test
    void aRateIsNeitherGivenBackNorKeptFromAnybodyByAStep() {
        var key = apiKey();
        long began = System.nanoTime();
        Answer answer;
        do {
            answer = create(stepped, key, Map.of("username", "")).send();
        } while (answer.status() != 429 && Waiting.since(began) < 60_000);
        assertThat(answer.status()).isEqualTo(429);
        int left = 0;
        for (var ahead : List.of(HOUR_AHEAD, BEHIND, Duration.ZERO)) {
            clock.step(ahead);
            Waiting.millis(2_500);
            answer = create(stepped, key, Map.of("username", "")).send();
            assertThat(answer.status()).as(ahead + " " + answer).isEqualTo(400);
            left = Integer.parseInt(answer.header("RateLimit").replaceAll(".*\"client\";r=(\\d+).*", "$1"));
            assertThat(left).as(ahead.toString()).isLessThan((int) (Waiting.since(began) / 1000));
        }
        FaultyRoster.figure("clock rate quota=" + QUOTA + " leftAfterThreeSteps=" + left);
    }

    @Test
    void whoeverGuessesWaitsAsLongAtANodeWhoseClockIsWrong() throws SQLException {
        var id = created(right, Map.of("username", "guessed", "password", PASSWORD));
        tryWrong(right);
        sql("update wrong_try set failures = 12 where bucket = ?", "account:" + id);
        for (var ahead : List.of(HOUR_AHEAD, BEHIND, Duration.ZERO)) {
            clock.step(ahead);

            var held = tryWrong(stepped);

            assertThat(held.status()).as(ahead + " " + held).isEqualTo(429);
            assertThat(Integer.parseInt(held.header("Retry-After")))
                    .as(ahead.toString())
                    .isBetween(60, 128);
        }
    }

    @Test
    void aNodeWhoseClockIsWrongSaysSoInItsLog() {
        clock.step(BEHIND);
        Waiting.until("it says so", 30, () -> stepped.log()
                .matches("(?s).*the clock of this node is -(599|600|601) s ahead of the database's.*"));
        clock.step(Duration.ZERO);
        Waiting.until("it says that it is over", 30, () -> stepped.log()
                .contains("the clocks of this node and of the database agree again"));
    }

    private static Answer tryWrong(RosterServer node) {
        return node.http()
                .post("/amani/api/v2/user/login")
                .json(Map.of("username", "guessed", "password", "wrong"))
                .send();
    }

    private static void stepTo(long second) {
        clock.step(Duration.ofSeconds(second - Instant.now().getEpochSecond()));
    }
}

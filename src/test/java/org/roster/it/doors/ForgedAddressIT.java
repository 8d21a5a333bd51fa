package org.roster.it.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.it.Answer;
import org.roster.it.Credentials;
import org.roster.it.Deployed;

/** A server that trusts no proxy takes an address from the connection, whatever headers say (R5). */
class ForgedAddressIT extends Deployed {

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "Forwarded"})
    void whoeverGuessesAtASecretIsHeldUpThoughEachTryNamesAnotherAddress(String header) {
        var clientId = unique("no-client");

        List<Integer> statuses = Stream.iterate(1, number -> number + 1)
                .limit(7)
                .map(number -> tried(clientId, header, "203.0.113." + number).status())
                .toList();

        assertThat(statuses.subList(0, 5)).containsOnly(401);
        assertThat(statuses.subList(5, 7)).containsOnly(429);
    }

    private static Answer tried(String clientId, String header, String address) {
        return http().post("/oauth2/token")
                .basic(clientId, Credentials.CLIENT_SECRET)
                .header(header, header.equals("Forwarded") ? "for=" + address : address)
                .form("grant_type", "client_credentials")
                .send();
    }
}

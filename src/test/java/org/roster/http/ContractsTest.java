package org.roster.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which contract a request speaks, decided by made-up contracts that meet on one address. */
class ContractsTest {

    private static final String BASIC = "Basic YTpi";

    private final Contracts contracts =
            contracts("auth.example.org=plain, [::1]=special@acme, users.example.net=@acme");

    /** Owns {@code /api/v2}. */
    private static final Contract SPECIAL = new Named("special", "/special/api/v2", "/api/v2") {
        @Override
        public Optional<Claim> claimsBare(String path, boolean basic) {
            return Contract.below(path, "/api/v2") ? Optional.of(Claim.OWN_PATH) : Optional.empty();
        }
    };

    /** Owns {@code /api/ping}, and takes whatever comes with Basic. */
    private static final Contract BASICALLY = new Named("basically", "/basically/api", "/api") {
        @Override
        public Optional<Claim> claimsBare(String path, boolean basic) {
            if (path.equals("/api/ping")) {
                return Optional.of(Claim.OWN_PATH);
            }
            return basic && Contract.below(path, "/api") ? Optional.of(Claim.BY_CREDENTIAL) : Optional.empty();
        }
    };

    /** Takes the rest of {@code /api}. */
    private static final Contract PLAIN = new Named("plain", "/plain/api", "/api") {
        @Override
        public Optional<Claim> claimsBare(String path, boolean basic) {
            return Contract.below(path, "/api") ? Optional.of(Claim.REMAINDER) : Optional.empty();
        }
    };

    private static final Contract ELSE = new Named("else", "/", "/") {
        @Override
        public boolean claims(String path) {
            return Contract.below(path, "/v1");
        }
    };

    @ParameterizedTest
    @CsvSource({
        "/plain/api/users, plain, /plain/api/users",
        "/basically/api/ping, basically, /basically/api/ping",
        "/special/api/v2, special, /special/api/v2",
        "/api/v2/user, special, /special/api/v2/user",
        "/api/v2, special, /special/api/v2",
        "/api/v20, plain, /plain/api/v20",
        "/api/ping, basically, /basically/api/ping",
        "/api/users, plain, /plain/api/users",
        "/api, plain, /plain/api",
        "/apis, else, /apis",
        "/, else, /",
        "/v1/users, else, /v1/users",
        "/plainly, else, /plainly",
        "/api/users/j%2Fd, plain, /plain/api/users/j%2Fd"
    })
    void anAddressWithoutBasicGoesTo(String path, String contract, String mounted) {
        assertRoute(contracts.route(path, "localhost:9080", "Bearer x"), contract, mounted);
        assertRoute(contracts.route(path, null, null), contract, mounted);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/users, basically, /basically/api/users",
        "/api/v2/user, special, /special/api/v2/user",
        "/plain/api/users, plain, /plain/api/users",
        "/v1/users, else, /v1/users"
    })
    void anAddressWithBasicGoesTo(String path, String contract, String mounted) {
        assertRoute(contracts.route(path, "localhost", BASIC), contract, mounted);
        assertRoute(contracts.route(path, "localhost", "basic YTpi"), contract, mounted);
    }

    @ParameterizedTest
    @CsvSource({
        "auth.example.org, /api/users, plain, /plain/api/users",
        "AUTH.example.org:8443, /api/ping, plain, /plain/api/ping",
        "auth.example.org, /no/such/path, plain, /no/such/path",
        "auth.example.org, /v1/users, else, /v1/users",
        "auth.example.org, /basically/api/ping, basically, /basically/api/ping",
        "[::1]:9080, /api/v2/user, special, /special/api/v2/user",
        "users.example.net, /api/users, basically, /basically/api/users",
        "notauth.example.org, /api/users, basically, /basically/api/users"
    })
    void aMappedHostComesBeforeWhatTheAddressAloneSays(String host, String path, String contract, String mounted) {
        assertRoute(contracts.route(path, host, BASIC), contract, mounted);
    }

    @Test
    void aMappedHostNamesTheTenantOfARequestWithoutCaller() {
        assertThat(contracts.route("/api/users", "users.example.net", null).tenant())
                .isEqualTo("acme");
        assertThat(contracts.route("/api/users", "users.example.net", null).hostMapped())
                .isFalse();
        assertThat(contracts.route("/api/users", "[::1]", null).tenant()).isEqualTo("acme");
        assertThat(contracts.route("/api/users", "[::1]", null).hostMapped()).isTrue();
        assertThat(contracts.route("/api/users", "auth.example.org", null).tenant())
                .isNull();
        assertThat(contracts.route("/v1/users", "auth.example.org", null).hostMapped())
                .isFalse();
    }

    private static void assertRoute(Route route, String contract, String path) {
        assertThat(route.contract().name()).isEqualTo(contract);
        assertThat(route.path()).isEqualTo(path);
    }

    private static Contracts contracts(String hosts) {
        var contracts = new Contracts();
        contracts.hosts = new MappedHosts();
        contracts.hosts.hosts = MappedHosts.parse(hosts);
        contracts.take(List.of(ELSE, PLAIN, SPECIAL, BASICALLY));
        return contracts;
    }

    /** A contract of which only name and addresses matter here. */
    private static class Named implements Contract {

        private final String name;
        private final String base;
        private final String published;

        Named(String name, String base, String published) {
            this.name = name;
            this.base = base;
            this.published = published;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String base() {
            return base;
        }

        @Override
        public String published() {
            return published;
        }

        @Override
        public Response render(Failure failure) {
            throw new AssertionError("not asked for here");
        }
    }
}

package org.roster.it.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roster.it.Deployed;
import org.roster.it.NewTenant;

/** A long page is read in two parts, and has everybody once and in the order that short ones have together. */
class LongListsIT extends Deployed {

    private static final int USERS = 130;
    private static final String[] NAMES = {"Ann", "Bob", ""};

    private static String client;
    private static String key;

    @BeforeAll
    static void manyUsersOfFewNames() {
        var code = unique("long");
        var tenant = NewTenant.of(http(), token(), code, "users:read", "users:create", "READ_PRIVILEGES");
        client = tenant.token();
        key = http().post("/v1/api-keys")
                .bearer(token())
                .json(Map.of("tenant", tenant.id(), "name", code, "scopes", List.of("users:read")))
                .send()
                .json()
                .get("key")
                .asText();
        for (int i = 0; i < USERS; i++) {
            var name = unique("long");
            var made = http().post("/v1/users")
                    .bearer(client)
                    .json(Map.of("username", name, "email", name + "@example.com", "givenName", NAMES[i % 3]))
                    .send();
            assertThat(made.status()).as(made.toString()).isEqualTo(201);
        }
    }

    private static List<String> ids(String path, String array, String id) {
        var call = http().get(path);
        var answer = (path.startsWith("/urac") ? call.header("key", key) : call.bearer(client)).send();
        var items = answer.json().at(array);
        assertThat(items.isArray()).as(answer.toString()).isTrue();
        return items.findValuesAsText(id);
    }

    @ParameterizedTest
    @CsvSource({
        "/urac/admin/listUsers?limit=%2$d&start=%1$d,                    /data,    username",
        "/authservice/api/users/search?size=%2$d&page=%3$d,              /content, email",
        "/econtext/api/users?limit=%2$d&offset=%1$d&order_by=email,      /econtext/result/users, email"
    })
    void aLongPageIsTheShortOnesTogether(String path, String array, String id) {
        var together = new ArrayList<String>();
        for (int page = 0; page * 40 < USERS; page++) {
            together.addAll(ids(path.formatted(page * 40, 40, page), array, id));
        }

        assertThat(ids(path.formatted(0, 1000, 0), array, id))
                .hasSize(USERS)
                .doesNotHaveDuplicates()
                .isEqualTo(together);
    }
}

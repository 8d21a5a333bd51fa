package org.roster.contract.urac;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roster.http.Failure;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

class UracContractTest {

    @ParameterizedTest
    @CsvSource({
        "SOAJS2, USER_EXISTS, 200",
        "SOAJS2, KEY_MISSING, 200",
        "SOAJS4, USER_EXISTS, 500",
        "SOAJS4, FIELD_INVALID, 500",
        "SOAJS4, KEY_MISSING, 403",
        "SOAJS4, KEY_UNKNOWN, 500",
        "SOAJS4, API_FORBIDDEN, 401",
        "SOAJS4, API_UNKNOWN, 400",
        "SEMANTIC, USER_EXISTS, 409",
        "SEMANTIC, FIELD_INVALID, 400",
        "SEMANTIC, KEY_MISSING, 401",
        "SEMANTIC, API_FORBIDDEN, 403",
        "SEMANTIC, API_UNKNOWN, 404"
    })
    void theOperatorChoosesTheStatusOfErrors(UracHttpStatus policy, UracError error, int status) {
        assertThat(policy.of(error)).isEqualTo(status);
    }

    @Test
    void codesAreSortedAndEachSaidOnce() {
        var refused = UracRefused.of(
                List.of(new UracErrorDetail(173, "b"), new UracErrorDetail(172, "a"), new UracErrorDetail(173, "c")));

        assertThat(refused.errors().codes()).containsExactly(172, 173);
        assertThat(refused.errors().details()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "/urac, /urac",
        "/urac/, /urac",
        "/urac/v2/admin/addUser, /urac/admin/addUser",
        "/urac:2/admin/addUser, /urac/admin/addUser",
        "/urac/v4.1/admin/user/, /urac/admin/user",
        "/oauth/v2/token, /oauth/token",
        "/oauth:2, /oauth",
        "/urac/vX/admin, /urac/vX/admin"
    })
    void aVersionIsNoPartOfTheAddress(String path, String mounted) {
        assertThat(new UracContract().mounted(path)).isEqualTo(mounted);
    }

    @ParameterizedTest
    @CsvSource({
        "/urac, true",
        "/urac/x, true",
        "/urac:2/x, true",
        "/oauth, true",
        "/oauth/token, true",
        "/oauth2, false",
        "/oauth2/token, false",
        "/uracs, false",
        "/urac2/x, false",
        "/, false"
    })
    void itClaimsItsOwnAddressesOnly(String path, boolean claimed) {
        assertThat(new UracContract().claims(path)).isEqualTo(claimed);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /urac/admin/addUser, OLD",
        "GET, /urac/admin/users/count, OLD",
        "GET, /urac/admin/users, NEW",
        "POST, /urac/admin/user, NEW",
        "PUT, /urac/admin/user/pin, NEW",
        "GET, /urac/admin/group, OLD",
        "PUT, /urac/admin/group, NEW",
        "GET, /urac/admin/group/list, OLD",
        "GET, /urac/admin/groups, NEW",
        "PUT, /urac/admin/users/invite, NEW",
        "POST, /urac/account/changePassword, OLD",
        "PUT, /urac/account/password, NEW",
        "GET, /urac/account/getUser, OLD",
        "GET, /urac/user/me, NEW",
        "GET, /urac/join/validate, OLD",
        "GET, /urac/validate/join, NEW",
        "POST, /urac/join, OLD"
    })
    void anAddressBelongsToAnEdition(String method, String path, UracEdition edition) {
        assertThat(UracEdition.of(method, path)).isEqualTo(edition);
    }

    @Test
    void everyReasonHasWordsInBothEditions() {
        for (Reason reason : Reason.values()) {
            for (UracEdition edition : UracEdition.values()) {
                var said = UracWords.of(refused(reason), edition);

                assertThat(said.details()).hasSize(1);
                assertThat(said.details().get(0).message()).isNotBlank();
            }
        }
    }

    private static Failure refused(Reason reason) {
        return Failure.of(new Refusal(reason, null, "why"));
    }
}

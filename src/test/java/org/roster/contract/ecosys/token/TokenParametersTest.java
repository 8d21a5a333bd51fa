package org.roster.contract.ecosys.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.token.GrantRefusal;

class TokenParametersTest {

    private static final String MULTIPART = "multipart/form-data; boundary=b";

    private static TokenParameters urlEncoded(String body) {
        return TokenParameters.read("application/x-www-form-urlencoded; charset=UTF-8", body.getBytes(UTF_8));
    }

    private static TokenParameters multipart(String... lines) {
        return TokenParameters.read(MULTIPART, String.join("\r\n", lines).getBytes(UTF_8));
    }

    @Test
    void aUrlEncodedFormIsDecoded() {
        var form = urlEncoded("username=jane+doe&password=p%26%C3%A9&&empty=&flag");

        assertThat(form.get("username")).isEqualTo("jane doe");
        assertThat(form.get("password")).isEqualTo("p&é");
        assertThat(form.get("empty")).isEmpty();
        assertThat(form.get("flag")).isEmpty();
        assertThat(form.get("other")).isNull();
    }

    @Test
    void aMultipartFormIsReadAsBrowsersAndPostmanWriteIt() {
        var form = multipart(
                "--b",
                "Content-Disposition: form-data; name=\"username\"",
                "",
                "jané",
                "--b",
                "content-type: text/plain",
                "CONTENT-DISPOSITION: form-data; name=password",
                "",
                "two\r\nlines -- of --b",
                "--b",
                "Content-Disposition: form-data; name=\"empty\"",
                "",
                "",
                "--b--",
                "");

        assertThat(form.get("username")).isEqualTo("jané");
        assertThat(form.get("password")).isEqualTo("two\r\nlines -- of --b");
        assertThat(form.get("empty")).isEmpty();
    }

    @Test
    void aFileInAFormIsPassedOver() {
        var form = multipart(
                "--b",
                "Content-Disposition: form-data; name=\"grant_type\"; filename=\"a.txt\"",
                "",
                "password",
                "--b--");

        assertThat(form.get("grant_type")).isNull();
    }

    @Test
    void whatStandsBeforeTheFirstBoundaryIsPassedOver() {
        var form = multipart("preamble", "--b", "Content-Disposition: form-data; name=\"a\"", "", "1", "--b--", "rest");

        assertThat(form.get("a")).isEqualTo("1");
    }

    @Test
    void aQuotedBoundaryMayHoldASpace() {
        var body = "--a b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n1\r\n--a b--";

        var form = TokenParameters.read("Multipart/Form-Data; Boundary=\"a b\"", body.getBytes(UTF_8));

        assertThat(form.get("x")).isEqualTo("1");
    }

    @Test
    void aBodyOfAnotherTypeCarriesNoParameters() {
        var body = "grant_type=password".getBytes(UTF_8);

        assertThat(TokenParameters.read("application/json", body).get("grant_type"))
                .isNull();
        assertThat(TokenParameters.read(null, body).get("grant_type")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "--b",
                "--bb\r\n\r\n\r\n--bb--",
                "--b\r\n",
                "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n--b--",
                "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1",
                "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--b",
                "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--bc\r\n",
                "--b\r\nContent-Disposition: form-data\r\n\r\n1\r\n--b--",
                "--b\r\n\r\n1\r\n--b--"
            })
    void aBrokenMultipartFormIsRefused(String body) {
        assertThatThrownBy(() -> TokenParameters.read(MULTIPART, body.getBytes(UTF_8)))
                .isInstanceOf(GrantRefusal.class);
    }

    @Test
    void aFormOfVeryManyPartsIsRefused() {
        var part = "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n1\r\n";
        var body = new StringBuilder();
        for (int i = 0; i < 101; i++) {
            body.append(part.formatted(i));
        }

        assertThatThrownBy(() -> multipart(body.append("--b--").toString())).isInstanceOf(GrantRefusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1&a=1", "a=1&a=2"})
    void aParameterGivenTwiceIsRefusedByName(String body) {
        assertThatThrownBy(() -> urlEncoded(body))
                .isInstanceOfSatisfying(GrantRefusal.class, refusal -> assertThat(refusal.subject())
                        .isEqualTo("a"));
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        assertThatThrownBy(() ->
                        TokenParameters.read("application/x-www-form-urlencoded", new byte[] {'a', '=', (byte) 0xc0}))
                .isInstanceOf(GrantRefusal.class);
    }

    @Test
    void noSecretIsPrinted() {
        assertThat(urlEncoded("client_secret=hush")).hasToString("TokenParameters[client_secret]");
    }
}

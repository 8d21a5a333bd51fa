package org.roster.it.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.it.Answer;
import org.roster.it.Credentials;
import org.roster.it.Deployed;

/** The token endpoint and its discovery, as RFC 6749, 7517, 8414 and 9068 have them. */
class OAuthContractIT extends Deployed {

    @Test
    void aClientThatAuthenticatesByBasicGetsAToken() {
        var answer = http().post("/oauth2/token")
                .basic(Credentials.CLIENT_ID, Credentials.CLIENT_SECRET)
                .form("grant_type", "client_credentials", "scope", "users:read users:create")
                .send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Pragma")).isEqualTo("no-cache");
        assertThat(answer.header("Content-Type")).isEqualTo("application/json;charset=utf-8");
        assertThat(answer.json().get("token_type").asText()).isEqualTo("Bearer");
        assertThat(answer.json().get("expires_in").asInt()).isEqualTo(900);
        assertThat(answer.json().get("scope").asText()).isEqualTo("users:create users:read");
        assertThat(answer.json().has("refresh_token")).isFalse();
    }

    @Test
    void aClientThatAuthenticatesByFormGetsAToken() {
        var answer = http().post("/oauth2/token")
                .form(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        Credentials.CLIENT_ID,
                        "client_secret",
                        Credentials.CLIENT_SECRET)
                .send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("scope").asText()).contains("users:create").contains("platform");
    }

    @Test
    void theTokenIsAnAccessTokenOfRfc9068() throws Exception {
        var jwt = SignedJWT.parse(token("users:read"));
        var header = jwt.getHeader();
        var claims = jwt.getJWTClaimsSet();

        assertThat(header.toJSONObject()).containsOnlyKeys("alg", "typ", "kid");
        assertThat(header.getAlgorithm().getName()).isEqualTo("ES256");
        assertThat(header.getType().getType()).isEqualTo("at+jwt");
        assertThat(claims.getIssuer()).isEqualTo(base().toString());
        assertThat(claims.getAudience()).containsExactly(base().toString());
        assertThat(claims.getSubject()).isEqualTo(Credentials.CLIENT_ID);
        assertThat(claims.getStringClaim("client_id")).isEqualTo(Credentials.CLIENT_ID);
        assertThat(claims.getStringClaim("scope")).isEqualTo("users:read");
        assertThat(claims.getStringListClaim("groups")).containsExactly("users:read");
        assertThat(claims.getStringClaim("tenant")).hasSize(36);
        assertThat(claims.getJWTID()).hasSize(36);
        assertThat(claims.getExpirationTime().getTime() - claims.getIssueTime().getTime())
                .isEqualTo(900_000);
    }

    @Test
    void thePublishedKeysVerifyTheToken() throws Exception {
        var jwt = SignedJWT.parse(token("users:read"));
        var published = http().get("/oauth2/jwks").send();
        var key = JWKSet.parse(published.text()).getKeyByKeyId(jwt.getHeader().getKeyID());

        assertThat(published.header("Cache-Control")).contains("max-age=300");
        assertThat(key.isPrivate()).isFalse();
        assertThat(jwt.verify(new ECDSAVerifier(key.toECKey()))).isTrue();
    }

    @Test
    void theMetadataNamesTheEndpointsUnderThePublicUrl() {
        var metadata = http().get("/.well-known/oauth-authorization-server").send();

        assertThat(metadata.status()).isEqualTo(200);
        assertThat(metadata.json().get("issuer").asText()).isEqualTo(base().toString());
        assertThat(metadata.json().get("token_endpoint").asText()).isEqualTo(base() + "/oauth2/token");
        assertThat(metadata.json().get("revocation_endpoint").asText()).isEqualTo(base() + "/oauth2/revoke");
        assertThat(metadata.json().get("jwks_uri").asText()).isEqualTo(base() + "/oauth2/jwks");
        assertThat(metadata.json().get("scopes_supported").toString()).contains("\"users:create\"");
    }

    @Test
    void aForgedHostHeaderDoesNotReachTheMetadata() {
        var metadata = raw().sendLines(
                        "GET /.well-known/oauth-authorization-server HTTP/1.1",
                        "Host: evil.example",
                        "X-Forwarded-Host: evil.example",
                        "Connection: close");

        assertThat(metadata)
                .startsWith("HTTP/1.1 200")
                .contains("\"issuer\":\"" + base() + '"')
                .doesNotContain("evil.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "implicit", "urn:ietf:params:oauth:grant-type:jwt-bearer", "x"})
    void otherGrantTypesAreNotSupported(String type) {
        var answer = http().post("/oauth2/token")
                .basic(Credentials.CLIENT_ID, Credentials.CLIENT_SECRET)
                .form("grant_type", type, "username", "admin", "password", Credentials.ADMIN_PASSWORD)
                .send();

        assertError(answer, 400, "unsupported_grant_type");
    }

    @Test
    void aScopeThatTheClientMayNotHaveIsRefused() {
        var answer = http().post("/oauth2/token")
                .basic(Credentials.CLIENT_ID, Credentials.CLIENT_SECRET)
                .form("grant_type", "client_credentials", "scope", "users:read users:conjure")
                .send();

        assertError(answer, 400, "invalid_scope");
    }

    @Test
    void aMissingGrantTypeIsAnInvalidRequest() {
        var answer = http().post("/oauth2/token")
                .basic(Credentials.CLIENT_ID, Credentials.CLIENT_SECRET)
                .form("scope", "users:read")
                .send();

        assertError(answer, 400, "invalid_request");
    }

    @Test
    void aParameterThatIsGivenTwiceIsAnInvalidRequest() {
        var answer = http().post("/oauth2/token")
                .basic(Credentials.CLIENT_ID, Credentials.CLIENT_SECRET)
                .form("grant_type", "client_credentials", "grant_type", "client_credentials")
                .send();

        assertError(answer, 400, "invalid_request");
    }

    @Test
    void twoWaysToAuthenticateAreAnInvalidRequest() {
        var answer = http().post("/oauth2/token")
                .basic(Credentials.CLIENT_ID, Credentials.CLIENT_SECRET)
                .form("grant_type", "client_credentials", "client_secret", Credentials.CLIENT_SECRET)
                .send();

        assertError(answer, 400, "invalid_request");
    }

    @Test
    void anUnknownClientAndAWrongSecretAreAnsweredAlike() {
        var unknown = credentials("nobody", "wrong-wrong-wrong-wrong");
        var wrong = credentials(Credentials.CLIENT_ID, "wrong-wrong-wrong-wrong");
        var empty = credentials(Credentials.CLIENT_ID, "");

        assertError(wrong, 401, "invalid_client");
        assertThat(wrong.header("WWW-Authenticate")).isEqualTo("Basic realm=\"roster\"");
        assertThat(unknown.text()).isEqualTo(wrong.text());
        assertThat(empty.text()).isEqualTo(wrong.text());
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(empty.status()).isEqualTo(401);
    }

    @Test
    void aRequestWithoutAClientIsInvalidClient() {
        var answer = http().post("/oauth2/token")
                .form("grant_type", "client_credentials")
                .send();

        assertError(answer, 401, "invalid_client");
    }

    @Test
    void aJsonBodyIsNotAForm() {
        var answer = http().post("/oauth2/token")
                .basic(Credentials.CLIENT_ID, Credentials.CLIENT_SECRET)
                .json(Map.of("grant_type", "client_credentials"))
                .send();

        assertError(answer, 415, "invalid_request");
    }

    @Test
    void aDisabledClientGetsNoTokenAndItsTokensStop() throws Exception {
        var client = http().post("/v1/applications")
                .bearer(token())
                .json(Map.of("name", unique("client"), "scopes", new String[] {"users:read"}))
                .send()
                .json();
        var token = tokenOf(client).json().get("access_token").asText();
        assertThat(http().get("/v1/users?limit=1").bearer(token).send().status())
                .isEqualTo(200);

        http().patch("/v1/applications/" + client.get("id").asText())
                .bearer(token())
                .mergePatch("{\"status\": \"INACTIVE\"}")
                .send();

        assertError(tokenOf(client), 401, "invalid_client");
        assertThat(http().get("/v1/users?limit=1").bearer(token).send().status())
                .isEqualTo(401);
    }

    private Answer tokenOf(JsonNode client) {
        return credentials(
                client.get("clientId").asText(), client.get("clientSecret").asText());
    }

    private Answer credentials(String id, String secret) {
        return http().post("/oauth2/token")
                .basic(id, secret)
                .form("grant_type", "client_credentials")
                .send();
    }

    private static void assertError(Answer answer, int status, String error) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.json().get("error").asText()).isEqualTo(error);
        assertThat(answer.json().get("error_description").asText()).isNotEmpty();
        assertThat(answer.json().size()).isEqualTo(2);
    }
}

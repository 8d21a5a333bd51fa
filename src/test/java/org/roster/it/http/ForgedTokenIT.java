package org.roster.it.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.text.ParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.roster.it.Deployed;

/** Tokens that Roster did not sign, or did not sign like this, open nothing (R19, RFC 8725). */
class ForgedTokenIT extends Deployed {

    @ParameterizedTest(name = "{0}")
    @MethodSource("forged")
    void aForgedTokenIsRefused(String name, String token) {
        var answer = http().get("/v1/users?limit=1").bearer(token).send();

        assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(answer.text()).doesNotContain("Exception").doesNotContain("CWWKS");
    }

    static Stream<Arguments> forged() throws Exception {
        var good = token("users:read");
        var parts = good.split("\\.");
        var header = new String(Base64.getUrlDecoder().decode(parts[0]), UTF_8);
        var claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
        var forged = new LinkedHashMap<String, String>();
        forged.put("empty", " ");
        forged.put("one part", parts[0]);
        forged.put("no signature", parts[0] + '.' + parts[1] + '.');
        forged.put("two parts", parts[0] + '.' + parts[1]);
        forged.put("truncated signature", good.substring(0, good.length() - 4));
        forged.put("other signature", parts[0] + '.' + parts[1] + '.' + "A".repeat(86));
        forged.put("zero signature (psychic)", parts[0] + '.' + parts[1] + '.' + encode(new byte[64]));
        forged.put(
                "changed claims",
                parts[0] + '.' + encode(claims.replace("users:read", "users:delete")) + '.' + parts[2]);
        forged.put("four parts", good + ".x");
        forged.put("five parts", "a.b.c.d.e");
        for (String none : new String[] {"none", "None", "NONE", "nOnE"}) {
            forged.put("alg " + none, encode("{\"alg\":\"" + none + "\",\"typ\":\"at+jwt\"}") + '.' + parts[1] + '.');
        }
        forged.put("alg none with the signature", encode("{\"alg\":\"none\"}") + '.' + parts[1] + '.' + parts[2]);
        forged.put("alg missing", encode("{\"typ\":\"at+jwt\"}") + '.' + parts[1] + '.' + parts[2]);
        forged.put("header not JSON", encode("x") + '.' + parts[1] + '.' + parts[2]);
        forged.put("claims not JSON", parts[0] + '.' + encode("x") + '.' + parts[2]);
        forged.put(
                "kid of another key",
                encode(header.replaceAll("\"kid\":\"[^\"]*\"", "\"kid\":\"x\"")) + '.' + parts[1] + '.' + parts[2]);
        forged.put(
                "HS256 with the public key",
                hmac(parts[1], http().get("/oauth2/jwks").send().bytes()));
        forged.put("HS256 with an empty-looking key", hmac(parts[1], new byte[32]));
        var claimsSet = JWTClaimsSet.parse(claims);
        var kid = SignedJWT.parse(good).getHeader().getKeyID();
        forged.put("own key under the right kid", own(claimsSet, kid, Map.of()));
        forged.put("own key, jku", own(claimsSet, kid, Map.of("jku", "http://127.0.0.1:1/jwks")));
        forged.put("own key, x5u", own(claimsSet, kid, Map.of("x5u", "http://127.0.0.1:1/x5u")));
        forged.put("own key, jwk inside", ownWithJwk(claimsSet, kid));
        forged.put("own key, crit", own(claimsSet, kid, Map.of("b64", false)));
        forged.put("kid that climbs", own(claimsSet, "../../../../etc/passwd", Map.of()));
        forged.put("kid that queries", own(claimsSet, "x' or '1'='1", Map.of()));
        return forged.entrySet().stream().map(one -> Arguments.of(one.getKey(), one.getValue()));
    }

    private static String own(JWTClaimsSet claims, String kid, Map<String, Object> more) throws JOSEException {
        var key = new ECKeyGenerator(Curve.P_256).generate();
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(kid);
        if (more.containsKey("jku")) {
            header.jwkURL(URI.create((String) more.get("jku")));
        }
        if (more.containsKey("x5u")) {
            header.x509CertURL(URI.create((String) more.get("x5u")));
        }
        if (more.containsKey("b64")) {
            header.criticalParams(Set.of("x-unknown")).customParam("x-unknown", 1);
        }
        var jwt = new SignedJWT(header.build(), claims);
        jwt.sign(new ECDSASigner(key));
        return jwt.serialize();
    }

    private static String ownWithJwk(JWTClaimsSet claims, String kid) throws JOSEException {
        var key = new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(kid)
                .jwk(key.toPublicJWK())
                .build();
        var jwt = new SignedJWT(header, claims);
        jwt.sign(new ECDSASigner(key));
        return jwt.serialize();
    }

    private static String hmac(String claims, byte[] key) throws JOSEException, ParseException {
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(new JOSEObjectType("at+jwt"))
                .build();
        var jwt = new SignedJWT(
                header, JWTClaimsSet.parse(new String(Base64.getUrlDecoder().decode(claims), UTF_8)));
        jwt.sign(new MACSigner(key));
        return jwt.serialize();
    }

    private static String encode(String text) {
        return encode(text.getBytes(UTF_8));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

package org.roster.audit.chain;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.roster.refusal.Refusal;
import org.roster.system.Ids;
import org.roster.system.PublicAddress;
import org.roster.system.SecretsKey;

/**
 * Checkpoints: how a chain ended at a moment, as a signed text (JWS, RFC 7515, with Ed25519, RFC 8037) that can be kept where
 * nobody who has the database can change it. One key for good, made from {@code ROSTER_SECRETS_KEY}, since a checkpoint has
 * to be good for years.
 */
@ApplicationScoped
public class Checkpoints {

    private static final JOSEObjectType TYPE = new JOSEObjectType("roster-checkpoint+jwt");
    private static final int MAX_LENGTH = 4096;

    @Inject
    ChainRepository chains;

    @Inject
    SecretsKey secrets;

    @Inject
    PublicAddress publicAddress;

    @Inject
    Clock clock;

    /** The end of a tenant's chain now, signed; empty while the chain has no row. */
    public Optional<Checkpoint.Signed> sign(UUID tenant) {
        return chains.chain(tenant).filter(chain -> chain.seq() > 0).map(this::sign);
    }

    private Checkpoint.Signed sign(AuditChain chain) {
        var at = clock.instant().truncatedTo(ChronoUnit.SECONDS); // a claim has no more
        var checkpoint =
                new Checkpoint(chain.tenantId(), chain.seq(), HexFormat.of().formatHex(chain.link()), at);
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", publicAddress.url());
        claims.put("tenant", checkpoint.tenant().toString());
        claims.put("seq", checkpoint.seq());
        claims.put("link", checkpoint.link());
        claims.put("iat", at.getEpochSecond());
        var header = new JWSHeader.Builder(JWSAlgorithm.EdDSA)
                .type(TYPE)
                .keyID(publicKey().getKeyID())
                .build();
        var unsigned = header.toBase64URL() + "." + new Payload(claims).toBase64URL();
        return new Checkpoint.Signed(checkpoint, unsigned + '.' + Base64URL.encode(signature(unsigned)));
    }

    /**
     * Reads a checkpoint of this Roster's.
     *
     * @throws Refusal {@link org.roster.refusal.Reason#VALUE_INVALID} for anything else
     */
    public Checkpoint read(String text) {
        if (text.length() > MAX_LENGTH) {
            throw invalid();
        }
        try {
            var jws = JWSObject.parse(text);
            if (!JWSAlgorithm.EdDSA.equals(jws.getHeader().getAlgorithm())
                    || !TYPE.equals(jws.getHeader().getType())
                    || !verified(
                            new String(jws.getSigningInput(), StandardCharsets.UTF_8),
                            jws.getSignature().decode())) {
                throw invalid();
            }
            var claims = jws.getPayload().toJSONObject();
            if (!(claims.get("seq") instanceof Number seq) || !(claims.get("iat") instanceof Number issuedAt)) {
                throw invalid();
            }
            return new Checkpoint(
                    Ids.parse(String.valueOf(claims.get("tenant"))).orElseThrow(Checkpoints::invalid),
                    seq.longValue(),
                    String.valueOf(claims.get("link")),
                    Instant.ofEpochSecond(issuedAt.longValue()));
        } catch (ParseException e) {
            throw invalid();
        }
    }

    /** The key that checkpoints are verified with, as a JWK (RFC 8037); its id is its thumbprint (RFC 7638). */
    public OctetKeyPair publicKey() {
        try {
            var encoded = privateKey().generatePublicKey().getEncoded();
            var key = new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(encoded));
            return key.keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.EdDSA)
                    .keyIDFromThumbprint()
                    .build();
        } catch (JOSEException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }

    private Ed25519PrivateKeyParameters privateKey() {
        return new Ed25519PrivateKeyParameters(
                secrets.derive("audit checkpoints").getEncoded(), 0);
    }

    private byte[] signature(String unsigned) {
        var signer = new Ed25519Signer();
        signer.init(true, privateKey());
        var bytes = unsigned.getBytes(StandardCharsets.US_ASCII);
        signer.update(bytes, 0, bytes.length);
        return signer.generateSignature();
    }

    private boolean verified(String unsigned, byte[] signature) {
        var signer = new Ed25519Signer();
        signer.init(false, privateKey().generatePublicKey());
        var bytes = unsigned.getBytes(StandardCharsets.UTF_8);
        signer.update(bytes, 0, bytes.length);
        return signer.verifySignature(signature);
    }

    private static Refusal invalid() {
        return Refusal.invalid("checkpoint", "must be a checkpoint that this Roster has signed");
    }
}

package org.roster.contract.roster.audit;

import com.nimbusds.jose.jwk.OctetKeyPair;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The public key of the checkpoints (RFC 8037). */
@Schema(name = "AuditCheckpointKey")
public record CheckpointKeyBody(String kty, String crv, String x, String use, String alg, String kid) {

    static CheckpointKeyBody of(OctetKeyPair key) {
        return new CheckpointKeyBody(
                key.getKeyType().getValue(),
                key.getCurve().getName(),
                key.getX().toString(),
                key.getKeyUse().identifier(),
                key.getAlgorithm().getName(),
                key.getKeyID());
    }
}

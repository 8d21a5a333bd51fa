package org.roster.audit.chain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.util.UUID;
import org.roster.system.SecretsKey;

/** The key of the seals, which comes from {@code ROSTER_SECRETS_KEY} and is in no row. */
@ApplicationScoped
class SealKey {

    @Inject
    SecretsKey key;

    byte[] mac(UUID tenant, long seq, byte[] link) {
        return SecretsKey.hmac(key.derive("audit seals").getEncoded(), ChainHash.sealed(tenant, seq, link));
    }

    boolean good(AuditSeal seal) {
        return MessageDigest.isEqual(seal.mac(), mac(seal.tenantId(), seal.seq(), seal.link()));
    }
}

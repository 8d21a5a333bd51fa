package org.roster.audit.chain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The end of a tenant's chain. */
@Entity
@Table(name = "audit_chain")
class AuditChain {

    @Id
    @Column(name = "tenant_id", nullable = false, updatable = false)
    private UUID tenantId;

    @Column(nullable = false)
    private long seq;

    @Column(nullable = false, length = 32)
    private byte[] link;

    /** For JPA. */
    protected AuditChain() {}

    AuditChain(UUID tenantId) {
        this.tenantId = tenantId;
        this.seq = 0;
        this.link = ChainHash.origin();
    }

    UUID tenantId() {
        return tenantId;
    }

    /** The place of the last row; zero before the first one. */
    long seq() {
        return seq;
    }

    byte[] link() {
        return link.clone();
    }

    void grown(long lastSeq, byte[] lastLink) {
        seq = lastSeq;
        link = lastLink.clone();
    }
}

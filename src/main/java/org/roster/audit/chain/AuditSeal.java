package org.roster.audit.chain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The link that a batch ended with, under a key that the database does not hold. */
@Entity
@Table(name = "audit_seal")
class AuditSeal {

    /** The last event of the batch. */
    @Id
    @Column(name = "event_id", nullable = false, updatable = false)
    private UUID eventId;

    @Column(name = "tenant_id", nullable = false, updatable = false)
    private UUID tenantId;

    @Column(nullable = false, updatable = false)
    private long seq;

    @Column(nullable = false, updatable = false, length = 32)
    private byte[] link;

    @Column(nullable = false, updatable = false, length = 32)
    private byte[] mac;

    @Column(name = "sealed_at", nullable = false, updatable = false)
    private Instant sealedAt;

    /** For JPA. */
    protected AuditSeal() {}

    AuditSeal(UUID tenantId, UUID eventId, long seq, byte[] link, byte[] mac, Instant sealedAt) {
        this.tenantId = tenantId;
        this.eventId = eventId;
        this.seq = seq;
        this.link = link.clone();
        this.mac = mac.clone();
        this.sealedAt = sealedAt;
    }

    UUID tenantId() {
        return tenantId;
    }

    long seq() {
        return seq;
    }

    byte[] link() {
        return link.clone();
    }

    byte[] mac() {
        return mac.clone();
    }

    Instant sealedAt() {
        return sealedAt;
    }
}

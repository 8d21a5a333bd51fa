package org.roster.audit.chain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The place of an event in its tenant's sequence, which begins at one and has no gaps, and its link to those before. */
@Entity
@Table(name = "audit_link")
public class AuditLink {

    @Id
    @Column(name = "event_id", nullable = false, updatable = false)
    private UUID eventId;

    @Column(name = "tenant_id", nullable = false, updatable = false)
    private UUID tenantId;

    @Column(nullable = false, updatable = false)
    private long seq;

    @Column(nullable = false, updatable = false, length = 32)
    private byte[] link;

    /** For JPA. */
    protected AuditLink() {}

    public UUID eventId() {
        return eventId;
    }

    public long seq() {
        return seq;
    }

    public byte[] link() {
        return link.clone();
    }
}

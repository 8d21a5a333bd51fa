package org.roster.retry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A request that came with a key: first that it is being answered, by whom and until when that holds, then the answer. */
@Entity
@Table(name = "idempotency_record")
class IdempotencyRecord {

    @Id
    private String id;

    @Column(nullable = false)
    private String fingerprint;

    @Column(nullable = false)
    private String lease;

    @Column(name = "leased_until", nullable = false)
    private Instant leasedUntil;

    @Column(nullable = false)
    private boolean done;

    @Column(name = "sealed_answer")
    private @Nullable String sealedAnswer;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(name = "expires_at", nullable = false)
    private Instant expiresAt;

    /** For JPA. */
    protected IdempotencyRecord() {}

    IdempotencyRecord(String id, Lease first) {
        this.id = id;
        this.fingerprint = first.fingerprint();
        this.lease = first.name();
        this.leasedUntil = first.until();
        this.createdAt = first.now();
        this.expiresAt = first.expiresAt();
    }

    String fingerprint() {
        return fingerprint;
    }

    String lease() {
        return lease;
    }

    boolean done() {
        return done;
    }

    /** The answer, encrypted; null while there is none, and for one that was too large to be kept. */
    @Nullable
    String sealedAnswer() {
        return sealedAnswer;
    }

    /** Whether somebody is answering it, as far as is known. */
    boolean running(Instant now) {
        return !done && leasedUntil.isAfter(now);
    }

    boolean over(Instant now) {
        return !expiresAt.isAfter(now);
    }
}

package org.roster.directory.factor;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user's second factor: the seed that it shares with a device, encrypted, and the last step whose code was used. */
@Entity
@Table(name = "second_factor")
public class SecondFactor {

    @Id
    @Column(name = "user_id")
    private UUID userId;

    @Column(name = "tenant_id", nullable = false, updatable = false)
    private UUID tenantId;

    @Column(length = 255)
    private @Nullable String seed;

    @Column(name = "pending_seed", length = 255)
    private @Nullable String pendingSeed;

    @Column(name = "last_step", nullable = false)
    private long lastStep;

    @Column(name = "confirmed_at")
    private @Nullable Instant confirmedAt;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    /** For JPA. */
    protected SecondFactor() {}

    SecondFactor(UUID tenantId, UUID userId, Instant now) {
        this.tenantId = tenantId;
        this.userId = userId;
        this.createdAt = now;
    }

    UUID tenantId() {
        return tenantId;
    }

    @Nullable
    String seed() {
        return seed;
    }

    @Nullable
    String pendingSeed() {
        return pendingSeed;
    }

    @Nullable
    Instant confirmedAt() {
        return confirmedAt;
    }

    void propose(String sealedSeed) {
        pendingSeed = sealedSeed;
    }

    /** The device has shown that it knows the pending seed, by the code of this step. */
    void confirm(long step, Instant now) {
        seed = pendingSeed;
        pendingSeed = null;
        lastStep = step;
        confirmedAt = now;
    }
}

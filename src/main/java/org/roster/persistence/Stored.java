package org.roster.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What every entity has: an id that it is born with, the times of its making and last change, and a version. */
@MappedSuperclass
public abstract class Stored {

    private static final int ROW = 1024;

    @Id
    @Column(nullable = false, updatable = false)
    private UUID id;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    @Version
    @Column(nullable = false)
    private long version;

    /** For JPA. */
    protected Stored() {}

    protected Stored(UUID id, Instant now) {
        this.id = id;
        this.createdAt = now;
        this.updatedAt = now;
        this.version = 1;
    }

    /**
     * About how many bytes a row is, for whoever must not have too many of them.
     *
     * @param members those of its values whose size has no bound of their own
     */
    protected static long weight(Map<?, ?>... members) {
        long weight = ROW;
        for (var some : members) {
            weight += JsonConverter.weight(some);
        }
        return weight;
    }

    public UUID id() {
        return id;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** The number of the state; it grows by one with every change and is the entity's ETag. */
    public long version() {
        return version;
    }

    protected void touched(Instant now) {
        updatedAt = now;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Stored stored && stored.getClass() == getClass() && id.equals(stored.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + ' ' + id;
    }
}

package org.roster.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.persistence.InstantConverter;

/** One event on its way to one endpoint. What it tells is in the audit trail, under the event's id. */
@Entity
@Table(name = "webhook_delivery")
public class WebhookDelivery {

    /** However few tries it had, since its subject's later events wait behind it. */
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(3);

    @Id
    private UUID id;

    /** The database counts. */
    @Column(insertable = false, updatable = false)
    private long seq;

    @Column(name = "endpoint_id", nullable = false, updatable = false)
    private UUID endpointId;

    @Column(name = "tenant_id", nullable = false, updatable = false)
    private UUID tenantId;

    @Column(name = "event_id", nullable = false, updatable = false)
    private UUID eventId;

    @Column(name = "event_type", nullable = false, updatable = false, length = 64)
    private String eventType;

    @Column(name = "subject_id", nullable = false, updatable = false)
    private UUID subjectId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 16)
    private DeliveryStatus status;

    @Column(nullable = false)
    private int attempts;

    /** When it was last put into the queue; how long it is tried is counted from here. */
    @Column(name = "queued_at", nullable = false)
    private Instant queuedAt;

    @Column(name = "next_at", nullable = false)
    private Instant nextAt;

    @Column(name = "leased_until")
    private @Nullable Instant leasedUntil;

    @Column(name = "last_status")
    private @Nullable Integer lastStatus;

    @Column(name = "last_error", length = 32)
    private @Nullable String lastError;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "delivered_at")
    private @Nullable Instant deliveredAt;

    /** For JPA: rows are made by {@link DeliveryRepository#queue}. */
    protected WebhookDelivery() {}

    public UUID id() {
        return id;
    }

    public UUID endpointId() {
        return endpointId;
    }

    public UUID tenantId() {
        return tenantId;
    }

    public UUID eventId() {
        return eventId;
    }

    public String eventType() {
        return eventType;
    }

    public UUID subjectId() {
        return subjectId;
    }

    public DeliveryStatus status() {
        return waiting() && attempts > 0 ? DeliveryStatus.RETRYING : status;
    }

    /** How often it was tried since it was last put into the queue. */
    public int attempts() {
        return attempts;
    }

    /** When it is tried next; null once it is delivered or given up. */
    public @Nullable Instant nextAt() {
        return waiting() ? nextAt : null;
    }

    /** The HTTP status of the last answer; null where there was none. */
    public @Nullable Integer lastStatus() {
        return lastStatus;
    }

    /** Why the last try failed, in one word. */
    public @Nullable String lastError() {
        return lastError;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable Instant deliveredAt() {
        return deliveredAt;
    }

    private boolean waiting() {
        return status == DeliveryStatus.PENDING;
    }

    /** Whether it is still out on this lease. */
    boolean leased(Instant until) {
        return waiting() && InstantConverter.same(leasedUntil, until);
    }

    /** Whether some node is sending it. */
    boolean underWay(Instant now) {
        return waiting() && leasedUntil != null && leasedUntil.isAfter(now);
    }

    /** Puts it into the queue, again from its beginning, at its old place in the order. */
    void queue(Instant now) {
        status = DeliveryStatus.PENDING;
        attempts = 0;
        queuedAt = now;
        nextAt = now;
        leasedUntil = null;
    }

    void note(Outcome outcome, @Nullable Duration pause, Instant now) {
        attempts++;
        leasedUntil = null;
        lastStatus = outcome.status();
        lastError = outcome.error();
        if (outcome.delivered()) {
            status = DeliveryStatus.DELIVERED;
            deliveredAt = now;
        } else if (pause == null || now.plus(pause).isAfter(queuedAt.plus(GIVEN_UP_AFTER))) {
            status = DeliveryStatus.DEAD;
        } else {
            nextAt = now.plus(pause);
        }
    }
}

package org.roster.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.event.Change;
import org.roster.persistence.JsonConverter;

/** One row of the audit trail: who did what to whom, when, through which contract. Rows are written once. */
@Entity
@Table(name = "audit_record")
public class AuditRecord {

    @Id
    private UUID id;

    @Column(name = "tenant_id", nullable = false, updatable = false)
    private UUID tenantId;

    @Column(nullable = false, updatable = false)
    private Instant at;

    @Column(nullable = false, updatable = false, length = 64)
    private String type;

    @Column(name = "subject_type", nullable = false, updatable = false, length = 32)
    private String subjectType;

    @Column(name = "subject_id", nullable = false, updatable = false)
    private UUID subjectId;

    @Column(name = "actor_kind", nullable = false, updatable = false, length = 16)
    private String actorKind;

    @Column(name = "actor_id", nullable = false, updatable = false)
    private UUID actorId;

    @Column(name = "actor_name", nullable = false, updatable = false, length = 128)
    private String actorName;

    @Column(nullable = false, updatable = false, length = 32)
    private String contract;

    @Column(name = "request_id", nullable = false, updatable = false, length = 64)
    private String requestId;

    @Column(name = "before_values", updatable = false)
    private @Nullable String before;

    @Column(name = "after_values", updatable = false)
    private @Nullable String after;

    /** For JPA. */
    protected AuditRecord() {}

    AuditRecord(Change change) {
        var actor = change.actor();
        this.id = change.id();
        this.at = change.at();
        this.tenantId = change.tenant();
        this.type = change.type();
        this.subjectType = change.subjectType();
        this.subjectId = change.subject();
        this.actorKind = actor.kind().name();
        this.actorId = actor.id();
        this.actorName = actor.name();
        this.contract = actor.via();
        this.requestId = actor.requestId();
        this.before = change.before().isEmpty() ? null : JsonConverter.write(change.before());
        this.after = change.after().isEmpty() ? null : JsonConverter.write(change.after());
    }

    public UUID id() {
        return id;
    }

    public UUID tenantId() {
        return tenantId;
    }

    public Instant at() {
        return at;
    }

    public String type() {
        return type;
    }

    public String subjectType() {
        return subjectType;
    }

    public UUID subjectId() {
        return subjectId;
    }

    public String actorKind() {
        return actorKind;
    }

    public UUID actorId() {
        return actorId;
    }

    public String actorName() {
        return actorName;
    }

    public String contract() {
        return contract;
    }

    public String requestId() {
        return requestId;
    }

    /** The changed members as they were, as a JSON object; null when there were none. */
    public @Nullable String before() {
        return before;
    }

    /** The changed members as they became, as a JSON object; null when there are none. */
    public @Nullable String after() {
        return after;
    }
}

package org.roster.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.event.Change;
import org.roster.persistence.JsonConverter;
import org.roster.system.Ids;

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

    @Column(length = Commitments.SALT_BYTES)
    private byte @Nullable [] salt;

    @Column(name = "actor_digest", length = 32)
    private byte @Nullable [] actorDigest;

    @Column(name = "values_digest", length = 32)
    private byte @Nullable [] valuesDigest;

    /** One until the row has its place in the chain. */
    @Column(nullable = false, updatable = false)
    private int pending;

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
        this.pending = 1;
        commit();
    }

    /** Commits the row to what it says, unless it is already: one of a version before this has not done so. */
    public final void commit() {
        if (salt == null || actorDigest == null || valuesDigest == null) {
            var fresh = Commitments.newSalt();
            salt = fresh;
            actorDigest = Commitments.ofActor(fresh, actorName);
            valuesDigest = Commitments.ofValues(fresh, before, after);
        }
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

    /** The id of what was changed as its resource has it: API keys have the short form. */
    public String subject() {
        return text(subjectId, subjectType.equals("api_key"));
    }

    /** The id of who made the change, in the same form. */
    public String actor() {
        return text(actorId, actorKind.equals(Caller.Kind.API_KEY.name()));
    }

    private static String text(UUID id, boolean ofApiKey) {
        return ofApiKey ? Ids.shortForm(id) : id.toString();
    }

    /** About how many bytes the row is. */
    public long weight() {
        return 1024L + length(before) + length(after);
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }

    /** The changed members as they were, as a JSON object; null when there were none. */
    public @Nullable String before() {
        return before;
    }

    /** The changed members as they became, as a JSON object; null when there are none. */
    public @Nullable String after() {
        return after;
    }

    /** What makes the digests unguessable; zeros stand where a person was taken out. Null before {@link #commit()}. */
    public byte @Nullable [] salt() {
        return salt == null ? null : salt.clone();
    }

    /** SHA-256 that stands for the actor's name in the chain. */
    public byte[] actorDigest() {
        return committed(actorDigest);
    }

    /** SHA-256 that stands for the values before and after in the chain. */
    public byte[] valuesDigest() {
        return committed(valuesDigest);
    }

    /** Whether the actor's name was taken out with the actor. */
    public boolean actorErased() {
        return salt != null && Commitments.actorErased(salt);
    }

    /** Whether the values were taken out with the person whom they were about. */
    public boolean valuesErased() {
        return salt != null && Commitments.valuesErased(salt);
    }

    /** Whether the row still says what it was committed to, as far as that was not taken out. */
    public boolean asCommitted() {
        return salt != null
                && (actorErased() || Arrays.equals(actorDigest, Commitments.ofActor(salt, actorName)))
                && (valuesErased() || Arrays.equals(valuesDigest, Commitments.ofValues(salt, before, after)));
    }

    /** The salt without the halves of what is taken out. */
    byte[] saltWithout(boolean actor, boolean values) {
        var left = committed(salt);
        left = actor ? Commitments.withoutActor(left) : left;
        return values ? Commitments.withoutValues(left) : left;
    }

    private static byte[] committed(byte @Nullable [] digest) {
        if (digest == null) {
            throw new IllegalStateException("the row is not committed yet");
        }
        return digest.clone();
    }
}

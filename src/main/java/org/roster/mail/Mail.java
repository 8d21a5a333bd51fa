package org.roster.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.persistence.InstantConverter;
import org.roster.persistence.OptionalUuidConverter;

/** A mail in the outbox, as it was written; its token stands apart, encrypted, until it is sent. */
@Entity
@Table(name = "mail")
public class Mail {

    /** Stands in the texts where the token belongs: a character of the private use area, which no value may hold. */
    static final String TOKEN = "\uE000";

    @Id
    private UUID id;

    @Column(name = "tenant_id", nullable = false, updatable = false)
    private UUID tenantId;

    @Convert(converter = OptionalUuidConverter.class)
    @Column(name = "user_id", updatable = false)
    private @Nullable UUID userId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false, length = 32)
    private MailKind kind;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 16)
    private MailStatus status;

    @Column(nullable = false, updatable = false, length = 254)
    private String recipient;

    @Column(nullable = false, updatable = false, length = 35)
    private String locale;

    @Column(nullable = false, updatable = false, length = 255)
    private String subject;

    @Column(name = "body_text", nullable = false, updatable = false)
    private String text;

    @Column(name = "body_html", nullable = false, updatable = false)
    private String html;

    @Column(name = "sealed_token", length = 255)
    private @Nullable String sealedToken;

    /** Until when there is a token: with it this goes too, so that an index finds those that are over and no others. */
    @Column(name = "token_until")
    private @Nullable Instant tokenUntil;

    @Column(nullable = false)
    private int tries;

    /** When it was last put into the queue; how long it is tried is counted from here. */
    @Column(name = "queued_at", nullable = false)
    private Instant queuedAt;

    @Column(name = "next_try_at", nullable = false)
    private Instant nextTryAt;

    @Column(name = "leased_until")
    private @Nullable Instant leasedUntil;

    @Column(name = "last_error", length = 255)
    private @Nullable String lastError;

    @Column(name = "request_id", nullable = false, updatable = false, length = 64)
    private String requestId;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "sent_at")
    private @Nullable Instant sentAt;

    /** For JPA. */
    protected Mail() {}

    Mail(
            UUID id,
            Letter letter,
            MailStatus status,
            String locale,
            Wording wording,
            @Nullable String sealed,
            Instant now) {
        this.id = id;
        this.tenantId = letter.tenant();
        this.userId = letter.user();
        this.kind = letter.kind();
        this.status = status;
        this.recipient = letter.to();
        this.locale = locale;
        this.subject = wording.subject();
        this.text = wording.text();
        this.html = wording.html();
        this.sealedToken = sealed;
        this.tokenUntil = sealed == null ? null : now.plus(letter.life());
        this.queuedAt = now;
        this.nextTryAt = now;
        this.requestId = letter.requestId();
        this.createdAt = now;
    }

    public UUID id() {
        return id;
    }

    public UUID tenantId() {
        return tenantId;
    }

    public @Nullable UUID userId() {
        return userId;
    }

    public MailKind kind() {
        return kind;
    }

    public MailStatus status() {
        return status;
    }

    public String recipient() {
        return recipient;
    }

    public String locale() {
        return locale;
    }

    public String subject() {
        return subject;
    }

    /** How it reads, with an ellipsis for the token. */
    public Wording preview() {
        return with("…");
    }

    public int tries() {
        return tries;
    }

    /** When it is tried next; null once it is sent, held or given up. */
    public @Nullable Instant nextTryAt() {
        return status == MailStatus.QUEUED ? nextTryAt : null;
    }

    public @Nullable String lastError() {
        return lastError;
    }

    public String requestId() {
        return requestId;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable Instant sentAt() {
        return sentAt;
    }

    @Nullable
    String sealedToken() {
        return sealedToken;
    }

    /** Whether what it should bring is gone: its link leads nowhere any more. */
    boolean over(Instant now) {
        return text.contains(TOKEN) && (sealedToken == null || tokenUntil == null || !tokenUntil.isAfter(now));
    }

    Wording with(String token) {
        return new Wording(subject, text.replace(TOKEN, token), html.replace(TOKEN, token));
    }

    Instant queuedAt() {
        return queuedAt;
    }

    /** Whether it is still out on this lease. */
    boolean leased(Instant until) {
        return status == MailStatus.QUEUED && InstantConverter.same(leasedUntil, until);
    }

    void queue(Instant now) {
        status = MailStatus.QUEUED;
        queuedAt = now;
        nextTryAt = now;
        leasedUntil = null;
    }

    void sent(Instant now) {
        status = MailStatus.SENT;
        sentAt = now;
        tries++;
        forgetToken();
        lastError = null;
        leasedUntil = null;
    }

    /** @param again when it is tried next, or null if never */
    void failed(String error, @Nullable Instant again, Instant now) {
        tries++;
        lastError = error;
        leasedUntil = null;
        if (again != null) {
            nextTryAt = again;
        } else {
            status = MailStatus.FAILED; // somebody may put it into the queue again while its token is good
            if (over(now)) {
                forgetToken();
            }
        }
    }

    private void forgetToken() {
        sealedToken = null;
        tokenUntil = null;
    }
}

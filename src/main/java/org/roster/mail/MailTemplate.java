package org.roster.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a tenant says in its own words, in one language. */
@Entity
@Table(name = "mail_template")
@IdClass(MailTemplate.Key.class)
public class MailTemplate {

    @Id
    @Column(name = "tenant_id")
    private UUID tenantId;

    @Id
    @Enumerated(EnumType.STRING)
    @Column(length = 32)
    private MailKind kind;

    @Id
    @Column(length = 35)
    private String locale;

    @Column(nullable = false, length = 255)
    private String subject;

    @Column(name = "body_text", nullable = false)
    private String text;

    @Column(name = "body_html", nullable = false)
    private String html;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    /** For JPA. */
    protected MailTemplate() {}

    MailTemplate(UUID tenantId, MailKind kind, String locale, Wording wording, Instant now) {
        this.tenantId = tenantId;
        this.kind = kind;
        this.locale = locale;
        say(wording, now);
    }

    MailKind kind() {
        return kind;
    }

    String locale() {
        return locale;
    }

    Wording wording() {
        return new Wording(subject, text, html);
    }

    final void say(Wording wording, Instant now) {
        subject = wording.subject();
        text = wording.text();
        html = wording.html();
        updatedAt = now;
    }

    /** The primary key, as JPA wants it. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private UUID tenantId;
        private MailKind kind;
        private String locale;

        @SuppressWarnings("NullAway.Init") // JPA fills it
        public Key() {}

        Key(UUID tenantId, MailKind kind, String locale) {
            this.tenantId = tenantId;
            this.kind = kind;
            this.locale = locale;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && tenantId.equals(key.tenantId)
                    && kind == key.kind
                    && locale.equals(key.locale);
        }

        @Override
        public int hashCode() {
            return Objects.hash(tenantId, kind, locale);
        }
    }
}

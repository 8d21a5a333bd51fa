package org.roster.contract.roster.mail;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.mail.Mail;
import org.roster.mail.MailKind;
import org.roster.mail.MailStatus;

/** A mail as {@code /v1} shows it; the bodies and the link only where one mail is read. */
@Schema(name = "Mail")
public record MailBody(
        UUID id,
        MailKind kind,
        MailStatus status,

        @Schema(examples = "jane.doe@example.com") String to,

        @Schema(examples = "en") String locale,
        String subject,

        @Schema(description = "Id of whom it is about") @Nullable
        UUID user,

        @Schema(description = "How often it was tried") int tries,

        @Schema(description = "Null once it is sent, held or given up") @Nullable
        Instant nextTryAt,

        @Schema(description = "Why the last try failed") @Nullable
        String lastError,

        @Schema(description = "The `X-Request-Id` of the request that wrote it")
        String requestId,

        Instant createdAt,
        @Nullable Instant sentAt,

        @Schema(description = "With an ellipsis where the secret stands")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String text,

        @Schema(description = "Likewise") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        String html,

        @Schema(
                description = "The working link, while no SMTP server is configured; only for who could set the user's"
                        + " password anyhow")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String link) {

    static MailBody of(Mail mail) {
        return of(mail, null, null, null);
    }

    static MailBody whole(Mail mail, @Nullable String link) {
        var preview = mail.preview();
        return of(mail, preview.text(), preview.html(), link);
    }

    private static MailBody of(Mail mail, @Nullable String text, @Nullable String html, @Nullable String link) {
        return new MailBody(
                mail.id(),
                mail.kind(),
                mail.status(),
                mail.recipient(),
                mail.locale(),
                mail.subject(),
                mail.userId(),
                mail.tries(),
                mail.nextTryAt(),
                mail.lastError(),
                mail.requestId(),
                mail.createdAt(),
                mail.sentAt(),
                text,
                html,
                link);
    }

    @Override
    public String toString() {
        return "MailBody[" + id + "]"; // never the link
    }
}

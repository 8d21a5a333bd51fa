package org.roster.contract.roster.mail;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.roster.mail.MailKind;
import org.roster.mail.MailTemplates;

/** A template of mails in one language. */
@Schema(name = "MailTemplate")
public record MailTemplateBody(
        MailKind kind,
        @Schema(examples = "en") String locale,

        @Schema(description = "Whether it is the tenant's rather than Roster's")
        boolean own,

        String subject,
        String text,
        String html) {

    static MailTemplateBody of(MailTemplates.Template template) {
        var wording = template.wording();
        return new MailTemplateBody(
                template.kind(), template.locale(), template.own(), wording.subject(), wording.text(), wording.html());
    }
}

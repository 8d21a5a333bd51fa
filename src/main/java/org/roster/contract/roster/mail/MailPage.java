package org.roster.contract.roster.mail;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.contract.roster.Query;
import org.roster.directory.query.Page;
import org.roster.mail.Mail;

/** A page of mails. */
@Schema(name = "MailPage")
public record MailPage(
        List<MailBody> items,
        @Schema(description = Query.NEXT) @Nullable String next) {

    static MailPage of(Page<Mail> page) {
        return new MailPage(page.items().stream().map(MailBody::of).toList(), page.next());
    }
}

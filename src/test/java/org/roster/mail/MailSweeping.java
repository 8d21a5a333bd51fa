package org.roster.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.roster.persistence.Transactions;

/** For tests inside the server: what the dispatcher does every ten minutes, at a time of the test's own. */
@ApplicationScoped
public class MailSweeping {

    @Inject
    Transactions transactions;

    @Inject
    MailRepository mails;

    /** How many tokens went. */
    public int forgetTokens(Instant now, int most) {
        return transactions.write(() -> mails.forgetTokens(now, most));
    }
}

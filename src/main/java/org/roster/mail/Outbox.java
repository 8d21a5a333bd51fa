package org.roster.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.event.Changes;
import org.roster.event.Consequence;
import org.roster.event.Consequences;
import org.roster.event.Facts;
import org.roster.persistence.Shared;
import org.roster.persistence.Transactions;
import org.roster.refusal.Refusal;
import org.roster.system.Ids;
import org.roster.system.PublicAddress;
import org.roster.system.Sealed;

/**
 * The outbox. A letter is put into it in the transaction of what it tells of, so that there is no mail about something that
 * did not happen, and nothing that happened without its mail; the dispatcher takes it from there.
 */
@ApplicationScoped
public class Outbox {

    @Inject
    MailRepository mails;

    @Inject
    MailTemplates templates;

    @Inject
    MailDispatcher dispatcher;

    @Inject
    Sealed sealed;

    @Inject
    Transactions transactions;

    @Inject
    Changes changes;

    @Inject
    Consequences consequences;

    @Inject
    MailSettings settings;

    @Inject
    PublicAddress publicAddress;

    @Inject
    @Shared
    Clock clock;

    /** Puts a letter into the outbox, in the transaction that is open; its id. */
    public UUID post(Letter letter) {
        return transactions.write(() -> {
            var mail = written(letter);
            mails.add(mail);
            consequences.report(new Consequence(
                    Consequence.MAIL,
                    Facts.of("to", letter.to())
                            .and("kind", letter.kind())
                            .and("locale", mail.locale())
                            .and("subject", mail.subject())
                            .map()));
            transactions.afterCommit(dispatcher::wake);
            return mail.id();
        });
    }

    /** Does all that {@link #post} does and leaves nothing, so that the time tells nobody whether there was a letter (R32). */
    public void pretend(Letter letter) {
        transactions.run(() -> {
            var mail = written(letter);
            mails.add(mail);
            mails.remove(mail);
        });
    }

    public Optional<Mail> byId(UUID tenant, UUID id) {
        return mails.byId(tenant, id);
    }

    /** A tenant's mails, the newest first. */
    public List<Mail> find(UUID tenant, MailFilter filter, @Nullable UUID before, int limit) {
        return mails.find(tenant, filter, before, limit);
    }

    /**
     * Sends a mail that was given up or waits for its next try. What was sent is not sent again: its token is gone.
     *
     * @throws Refusal {@link org.roster.refusal.Reason#VALUE_INVALID} for a mail that was sent, or whose link is over
     */
    public Optional<Mail> retry(Caller caller, UUID tenant, UUID id) {
        return transactions.write(() -> {
            var mail = mails.byId(tenant, id)
                    .flatMap(known -> mails.locked(known.id()))
                    .orElse(null);
            if (mail == null) {
                return Optional.empty();
            }
            if (mail.status() == MailStatus.SENT) {
                throw Refusal.invalid("status", "the mail was sent already");
            }
            if (mail.over(clock.instant())) {
                throw Refusal.invalid("status", "its link is over: a new one has to be asked for");
            }
            if (settings.smtpHost().isPresent()) {
                mail.queue(clock.instant());
                transactions.afterCommit(dispatcher::wake);
            }
            changes.happened(caller, tenant, "mail.retried", "mail", id, Map.of());
            return Optional.of(mail);
        });
    }

    /** The working link of a mail that nobody will get, since no SMTP server is configured. */
    public Optional<String> link(Mail mail) {
        var token = mail.sealedToken();
        return mail.status() != MailStatus.HELD || settings.smtpHost().isPresent() || token == null
                ? Optional.empty()
                : mail.kind()
                        .page()
                        .map(page -> publicAddress.url() + page + "?token=" + open(mail.id(), token, sealed));
    }

    private Mail written(Letter letter) {
        var locale = Wordings.locale(letter.locale());
        var id = Ids.next();
        var token = letter.token();
        return new Mail(
                id,
                letter,
                settings.smtpHost().isPresent() ? MailStatus.QUEUED : MailStatus.HELD,
                locale,
                templates.write(letter, locale),
                token == null ? null : sealed.seal(name(id), token.getBytes(StandardCharsets.UTF_8)),
                clock.instant());
    }

    static String open(UUID mail, String token, Sealed sealed) {
        return new String(sealed.open(name(mail), token), StandardCharsets.UTF_8);
    }

    private static String name(UUID mail) {
        return "mail " + mail;
    }
}

package org.roster.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.roster.caller.Caller;
import org.roster.event.Changes;
import org.roster.event.Facts;
import org.roster.persistence.Transactions;
import org.roster.refusal.Refusal;
import org.roster.system.PublicAddress;
import org.roster.text.Languages;

/** What mails say: Roster's words, or a tenant's own. */
@ApplicationScoped
public class MailTemplates {

    @Inject
    MailRepository mails;

    @Inject
    Transactions transactions;

    @Inject
    Changes changes;

    @Inject
    PublicAddress publicAddress;

    @Inject
    Clock clock;

    /**
     * A template.
     *
     * @param own whether it is the tenant's rather than Roster's
     */
    public record Template(MailKind kind, String locale, boolean own, Wording wording) {}

    /** All templates that hold in a tenant. */
    public List<Template> all(UUID tenant) {
        var own = mails.templates(tenant);
        var all = new ArrayList<Template>();
        for (var kind : MailKind.values()) {
            for (var locale : Languages.WRITTEN) {
                all.add(own.stream()
                        .filter(one -> one.kind() == kind && one.locale().equals(locale))
                        .map(one -> new Template(kind, locale, true, one.wording()))
                        .findFirst()
                        .orElseGet(() -> new Template(kind, locale, false, Wordings.builtIn(kind, locale))));
            }
        }
        return all;
    }

    /**
     * The template that holds in a tenant.
     *
     * @throws Refusal {@link org.roster.refusal.Reason#VALUE_INVALID} for a language that Roster does not write
     */
    public Template of(UUID tenant, MailKind kind, String locale) {
        known(locale);
        return mails.template(tenant, kind, locale)
                .map(one -> new Template(kind, locale, true, one.wording()))
                .orElseGet(() -> new Template(kind, locale, false, Wordings.builtIn(kind, locale)));
    }

    /**
     * Puts a tenant's own template in place.
     *
     * @throws Refusal {@link org.roster.refusal.Reason#VALUE_INVALID} for one that cannot be filled, or lacks its link
     */
    public Template put(Caller caller, UUID tenant, MailKind kind, String locale, Wording wording) {
        known(locale);
        Wordings.check(wording, samples(kind));
        return transactions.write(() -> {
            var present = mails.template(tenant, kind, locale).orElse(null);
            if (present == null) {
                mails.add(new MailTemplate(tenant, kind, locale, wording, clock.instant()));
            } else {
                present.say(wording, clock.instant());
            }
            changed(caller, tenant, "mail_template.put", kind, locale);
            return new Template(kind, locale, true, wording);
        });
    }

    /** Lets Roster's own words hold again. Doing so again changes nothing. */
    public void remove(Caller caller, UUID tenant, MailKind kind, String locale) {
        known(locale);
        transactions.run(() -> mails.template(tenant, kind, locale).ifPresent(present -> {
            mails.remove(present);
            changed(caller, tenant, "mail_template.removed", kind, locale);
        }));
    }

    /**
     * How a mail by this template would read.
     *
     * @throws Refusal as {@link #put}
     */
    public Wording preview(MailKind kind, String locale, Wording wording) {
        known(locale);
        var made = Wordings.check(wording, samples(kind));
        return new Wording(
                made.subject(),
                made.text().replace(Mail.TOKEN, "…"),
                made.html().replace(Mail.TOKEN, "…"));
    }

    /** The text of a letter; a tenant's template that does not work any more does not keep the mail from going out. */
    Wording write(Letter letter, String locale) {
        var values = new LinkedHashMap<>(letter.values());
        values.putAll(secret(letter.kind()));
        try {
            return Wordings.render(of(letter.tenant(), letter.kind(), locale).wording(), values);
        } catch (IllegalArgumentException e) {
            return Wordings.render(Wordings.builtIn(letter.kind(), locale), values);
        }
    }

    /** Where the secret belongs that the mail brings: into the link, or by itself. */
    private Map<String, String> secret(MailKind kind) {
        return kind == MailKind.PIN
                ? Map.of("pin", Mail.TOKEN)
                : kind.page()
                        .map(page -> Map.of("link", publicAddress.url() + page + "?token=" + Mail.TOKEN))
                        .orElse(Map.of());
    }

    private Map<String, String> samples(MailKind kind) {
        var values = new LinkedHashMap<>(Map.of(
                "name", "Jane Doe",
                "username", "jane.doe",
                "tenant", "Example Ltd",
                "hours", "24"));
        values.putAll(secret(kind));
        return values;
    }

    private void changed(Caller caller, UUID tenant, String type, MailKind kind, String locale) {
        var facts = Facts.of("kind", kind).and("locale", locale).map();
        changes.happened(caller, tenant, type, "mail_template", tenant, facts);
    }

    private static void known(String locale) {
        if (!Languages.WRITTEN.contains(locale)) {
            throw Refusal.invalid("locale", "must be one of " + String.join(", ", Languages.WRITTEN));
        }
    }
}

package org.roster.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The server that mails are handed to, whom they come from, and for how long they are shown. */
@ApplicationScoped
class MailSettings {

    @Inject
    @ConfigProperty(name = "ROSTER_SMTP_HOST")
    Optional<String> smtpHost;

    @Inject
    @ConfigProperty(name = "ROSTER_SMTP_PORT")
    Optional<Integer> smtpPort;

    @Inject
    @ConfigProperty(name = "ROSTER_SMTP_USER")
    Optional<String> smtpUser;

    @Inject
    @ConfigProperty(name = "ROSTER_SMTP_PASSWORD")
    Optional<String> smtpPassword;

    @Inject
    @ConfigProperty(name = "ROSTER_SMTP_TLS", defaultValue = "starttls")
    String smtpTls;

    @Inject
    @ConfigProperty(name = "ROSTER_MAIL_FROM")
    Optional<String> from;

    @Inject
    @ConfigProperty(name = "ROSTER_MAIL_KEEP_DAYS", defaultValue = "30")
    int keepDays;

    /** The server that mails are handed to; without one they are kept. */
    Optional<String> smtpHost() {
        return smtpHost.filter(host -> !host.isBlank());
    }

    int smtpPort() {
        return smtpPort.orElse(smtpTls().equals("tls") ? 465 : smtpTls().equals("none") ? 25 : 587);
    }

    Optional<String> smtpUser() {
        return smtpUser.filter(user -> !user.isBlank());
    }

    Optional<String> smtpPassword() {
        return smtpPassword;
    }

    /** {@code starttls}, {@code tls} or {@code none}. */
    String smtpTls() {
        return smtpTls.strip().toLowerCase(Locale.ROOT);
    }

    /** Whom mails come from. */
    String from() {
        return from.filter(address -> !address.isBlank()).orElse("roster@localhost");
    }

    /** How many days a mail is shown after it was made. */
    int keepDays() {
        return keepDays;
    }
}

package org.roster.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.roster.system.PublicAddress;

/** Hands mails to the SMTP server (RFC 5321). */
@ApplicationScoped
class MailSender {

    private static final String MILLISECONDS = "20000";

    @Inject
    MailSettings settings;

    @Inject
    PublicAddress publicAddress;

    @Inject
    Clock clock;

    /**
     * Why a mail was not sent.
     *
     * @param error one line without addresses and secrets
     * @param permanent whether another try would end the same
     */
    record Outcome(String error, boolean permanent) {}

    /** @return why it was not sent, or null */
    @Nullable
    Outcome send(Mail mail, String token) {
        try {
            Transport.send(message(mail, mail.with(token)));
            return null;
        } catch (SendFailedException e) {
            boolean refused = e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0;
            return new Outcome(refused ? "the server does not take the recipient" : cause(e), refused);
        } catch (AddressException e) {
            return new Outcome("the address of the recipient, or ROSTER_MAIL_FROM, cannot be read", true);
        } catch (MessagingException e) {
            return new Outcome(cause(e), false);
        }
    }

    private MimeMessage message(Mail mail, Wording wording) throws MessagingException {
        var message = new Identified(session(), messageId(mail));
        message.setFrom(new InternetAddress(settings.from(), true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.recipient(), true));
        message.setSubject(wording.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        // RFC 3834: no program is to answer it.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", mail.locale());
        Multipart both = new MimeMultipart("alternative");
        both.addBodyPart(part(wording.text(), "plain"));
        both.addBodyPart(part(wording.html(), "html"));
        message.setContent(both);
        message.saveChanges();
        return message;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, StandardCharsets.UTF_8.name(), subtype);
        return part;
    }

    /** The same at each try, so that a mail that arrives twice can be seen to be one (RFC 5322 section 3.6.4). */
    private String messageId(Mail mail) {
        var host = Objects.requireNonNullElse(URI.create(publicAddress.url()).getHost(), "localhost");
        return '<' + mail.id().toString() + '@' + host + '>';
    }

    private Session session() {
        var properties = new Properties();
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.smtp.host", settings.smtpHost().orElseThrow());
        properties.put("mail.smtp.port", String.valueOf(settings.smtpPort()));
        properties.put("mail.smtp.connectiontimeout", MILLISECONDS);
        properties.put("mail.smtp.timeout", MILLISECONDS);
        properties.put("mail.smtp.writetimeout", MILLISECONDS);
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        switch (settings.smtpTls()) {
            case "starttls" -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.starttls.required", "true");
            }
            case "tls" -> properties.put("mail.smtp.ssl.enable", "true");
            default -> {
                // None, as the operator has said: a server on the same machine, or a test.
            }
        }
        var user = settings.smtpUser().orElse(null);
        if (user == null) {
            return Session.getInstance(properties);
        }
        properties.put("mail.smtp.auth", "true");
        var password = settings.smtpPassword().orElse("");
        return Session.getInstance(properties, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(user, password);
            }
        });
    }

    /** What kind of thing went wrong; messages of servers may hold addresses. */
    private static String cause(MessagingException failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return "the SMTP server could not be used: " + cause.getClass().getSimpleName();
    }

    /** A message that keeps the id that it is given. */
    private static final class Identified extends MimeMessage {

        private final String id;

        Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}

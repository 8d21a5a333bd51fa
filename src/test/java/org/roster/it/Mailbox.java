package org.roster.it;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real SMTP server on the loopback, and what has arrived at it. */
public final class Mailbox implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final int port = Folders.freePort();
    private GreenMail server = start();

    /** The settings by which a Roster sends its mails here. */
    public Map<String, String> settings() {
        return Map.of(
                "ROSTER_SMTP_HOST", "127.0.0.1",
                "ROSTER_SMTP_PORT", String.valueOf(port),
                "ROSTER_SMTP_TLS", "none",
                "ROSTER_MAIL_FROM", "Roster <roster@example.org>");
    }

    /** The mails to an address once there are so many; waits for them. */
    public List<MimeMessage> await(String address, int count) {
        var until = Instant.now().plus(PATIENCE);
        while (true) {
            var found = to(address);
            if (found.size() >= count) {
                return found;
            }
            if (Instant.now().isAfter(until)) {
                throw new AssertionError("there are " + found.size() + " mails to " + address + ", not " + count);
            }
            pause();
        }
    }

    public List<MimeMessage> to(String address) {
        var found = new ArrayList<MimeMessage>();
        for (var message : server.getReceivedMessages()) {
            try {
                if (message.getAllRecipients()[0].toString().equals(address)) {
                    found.add(message);
                }
            } catch (MessagingException e) {
                throw new AssertionError(e);
            }
        }
        return found;
    }

    /** The whole of a mail as it came, headers and all, with its parts decoded. */
    public static String whole(MimeMessage message) {
        try {
            var out = new ByteArrayOutputStream();
            message.writeTo(out);
            var text = new StringBuilder(out.toString(StandardCharsets.UTF_8));
            var parts = (Multipart) message.getContent();
            for (int i = 0; i < parts.getCount(); i++) {
                text.append('\n').append(parts.getBodyPart(i).getContent());
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    public void stop() {
        server.stop();
    }

    public void restart() {
        server = start();
    }

    @Override
    public void close() {
        stop();
    }

    private GreenMail start() {
        var mail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        return mail;
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

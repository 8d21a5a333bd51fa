package org.roster.webhook;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.roster.audit.AuditTrail;
import org.roster.persistence.Shared;
import org.roster.refusal.Refusal;

/** Sends one delivery, signed as Standard Webhooks 1.0.0 has it. */
@ApplicationScoped
class WebhookSender {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    /** A thread of its own, that closes sockets and nothing else: where all others are held up, it must not be. */
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "roster-webhook-watch");
        thread.setDaemon(true);
        return thread;
    });

    @Inject
    AuditTrail trail;

    @Inject
    EndpointSecret secrets;

    @Inject
    Guard guard;

    /** What receivers compare with their own. */
    @Inject
    Clock wall;

    @Inject
    @Shared
    Clock clock;

    @PreDestroy
    void stop() {
        watch.shutdownNow();
    }

    Outcome send(WebhookEndpoint endpoint, WebhookDelivery delivery) {
        var event = trail.byId(delivery.tenantId(), delivery.eventId()).orElse(null);
        if (event == null) {
            return Outcome.eventGone();
        }
        var at = wall.instant();
        var id = delivery.eventId().toString(); // the same over all tries, so that a receiver takes it once
        var body = Payload.of(event);
        var headers = new LinkedHashMap<>(endpoint.headers());
        headers.put("content-type", "application/json");
        headers.put("user-agent", "Roster");
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", String.valueOf(at.getEpochSecond()));
        headers.put("webhook-signature", secrets.sign(endpoint, id, at, clock.instant(), body));
        try {
            return new SafePost(guard, tls(), watch, LIMIT).send(guard.saved(endpoint.url()), headers, body);
        } catch (Refusal refusal) {
            return Outcome.failed("forbidden_address"); // it was saved under other settings
        }
    }

    /** With the authorities of the platform: the server's default context knows its own certificate alone. */
    private static SSLSocketFactory tls() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, null, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("TLS is part of every Java platform", e);
        }
    }
}

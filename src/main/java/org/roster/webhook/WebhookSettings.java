package org.roster.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where webhooks may lead, how often they are tried, and for how long deliveries are shown. */
@ApplicationScoped
class WebhookSettings {

    @Inject
    @ConfigProperty(name = "ROSTER_WEBHOOK_TRUSTED_HOSTS")
    Optional<String> trustedHosts;

    @Inject
    @ConfigProperty(name = "ROSTER_WEBHOOK_RETRY_SECONDS", defaultValue = "5 30 120 600 1800 3600 7200 18000 36000")
    String retrySeconds;

    @Inject
    @ConfigProperty(name = "ROSTER_WEBHOOK_KEEP_DAYS", defaultValue = "30")
    int keepDays;

    /** Hosts of the operator's own that webhooks may reach although they are not public, by plain HTTP too. */
    Set<String> trustedHosts() {
        return words(trustedHosts.orElse("").toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** How long a webhook waits after each failed try; after the last of these it is given up. */
    List<Duration> pauses() {
        return words(retrySeconds).map(Long::valueOf).map(Duration::ofSeconds).toList();
    }

    /** How many days a delivery is shown. */
    int keepDays() {
        return keepDays;
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.split("[\\s,]+", -1)).filter(word -> !word.isEmpty());
    }
}

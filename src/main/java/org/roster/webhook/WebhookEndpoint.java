package org.roster.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.persistence.JsonConverter;
import org.roster.persistence.Stored;

/** Where a tenant wants to be told of its events, and of which. */
@Entity
@Table(name = "webhook_endpoint")
public class WebhookEndpoint extends Stored {

    @Column(name = "tenant_id", nullable = false, updatable = false)
    private UUID tenantId;

    @Column(nullable = false, length = 2048)
    private String url;

    @Column(length = 1000)
    private @Nullable String description;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 16)
    private EndpointStatus status;

    /** Names, separated by blanks. */
    @Column(nullable = false)
    private String events;

    @Convert(converter = JsonConverter.class)
    private Map<String, Object> headers = new LinkedHashMap<>();

    @Convert(converter = JsonConverter.class)
    private Map<String, Object> metadata = new LinkedHashMap<>();

    @Column(name = "sealed_secret", nullable = false, length = 255)
    private String sealedSecret;

    @Column(nullable = false, length = 8)
    private String hint;

    @Column(name = "secret_made_at", nullable = false)
    private Instant secretMadeAt;

    @Column(name = "previous_secret", length = 255)
    private @Nullable String previousSecret;

    @Column(name = "previous_until")
    private @Nullable Instant previousUntil;

    /** For JPA. */
    protected WebhookEndpoint() {}

    WebhookEndpoint(UUID id, NewEndpoint request, String sealedSecret, String hint, Instant now) {
        super(id, now);
        this.tenantId = request.tenant();
        this.url = request.url();
        this.description = request.description();
        this.status = EndpointStatus.ENABLED;
        this.events = String.join(" ", request.events());
        this.headers = new LinkedHashMap<>(request.headers());
        this.metadata = new LinkedHashMap<>(request.metadata());
        this.sealedSecret = sealedSecret;
        this.hint = hint;
        this.secretMadeAt = now;
    }

    public UUID tenantId() {
        return tenantId;
    }

    public String url() {
        return url;
    }

    public @Nullable String description() {
        return description;
    }

    public EndpointStatus status() {
        return status;
    }

    public boolean enabled() {
        return status == EndpointStatus.ENABLED;
    }

    /** Names of events: exact ones, {@code user.*}, or {@code *}. */
    public List<String> events() {
        return List.of(events.split(" ", -1));
    }

    public Map<String, String> headers() {
        var texts = new LinkedHashMap<String, String>();
        headers.forEach((name, value) -> texts.put(name, String.valueOf(value)));
        return texts;
    }

    public Map<String, Object> metadata() {
        return new LinkedHashMap<>(metadata);
    }

    /** The last characters of the secret, by which people recognise it. */
    public String hint() {
        return hint;
    }

    public Instant secretMadeAt() {
        return secretMadeAt;
    }

    /** Until when the secret before this one signs too; null where there is none. */
    public @Nullable Instant previousUntil() {
        return previousUntil;
    }

    String sealedSecret() {
        return sealedSecret;
    }

    /** The secret of before, while it still signs. */
    @Nullable
    String previousSecret(Instant now) {
        return previousUntil != null && previousUntil.isAfter(now) ? previousSecret : null;
    }

    void change(EndpointChange change, Instant now) {
        url = change.url().orElse(url);
        description = change.description().or(description);
        status = change.status().orElse(status);
        change.events().ifValue(given -> events = String.join(" ", given));
        if (change.headers().given()) {
            headers = new LinkedHashMap<>(change.headers().orElse(Map.of()));
        }
        if (change.metadata().given()) {
            metadata = new LinkedHashMap<>(change.metadata().orElse(Map.of()));
        }
        touched(now);
    }

    void disable(Instant now) {
        status = EndpointStatus.DISABLED;
        touched(now);
    }

    /** @param until when the present secret ends; it is over at once unless that is in the future */
    void rotate(String sealed, String newHint, Instant until, Instant now) {
        boolean overlap = until.isAfter(now);
        previousSecret = overlap ? sealedSecret : null;
        previousUntil = overlap ? until : null;
        sealedSecret = sealed;
        hint = newHint;
        secretMadeAt = now;
        touched(now);
    }
}

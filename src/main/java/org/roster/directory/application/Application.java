package org.roster.directory.application;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Scopes;
import org.roster.constraint.Names;
import org.roster.persistence.JsonConverter;
import org.roster.persistence.Stored;

/** A system that uses the directory: users are assigned to it, and it is an OAuth 2.0 client. */
@Entity
@Table(name = "application")
public class Application extends Stored {

    @Column(name = "tenant_id", nullable = false, updatable = false)
    private UUID tenantId;

    @Column(nullable = false, length = 128)
    private String name;

    @Column(name = "name_key", nullable = false, length = 128)
    private String nameKey;

    @Column(length = 1000)
    private @Nullable String description;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 16)
    private ApplicationStatus status;

    @Column(name = "client_id", nullable = false, updatable = false, length = 128)
    private String clientId;

    @Column(nullable = false, updatable = false)
    private boolean confidential;

    @Column(name = "grant_types", nullable = false, length = 500)
    private String grantTypes;

    @Column(nullable = false)
    private String scopes;

    @Column(name = "redirect_uris", nullable = false)
    private String redirectUris;

    @Column(name = "access_token_seconds")
    private @Nullable Integer accessTokenSeconds;

    @Column(name = "self_registration", nullable = false)
    private boolean selfRegistration;

    @Convert(converter = JsonConverter.class)
    @Column(name = "custom_data")
    private Map<String, Object> customData = new LinkedHashMap<>();

    @Convert(converter = JsonConverter.class)
    private Map<String, Object> extras = new LinkedHashMap<>();

    /** For JPA. */
    protected Application() {}

    Application(UUID id, NewApplication request, String clientId, Instant now) {
        super(id, now);
        this.tenantId = request.tenant();
        this.description = request.description();
        this.status = request.status();
        this.clientId = clientId;
        this.confidential = request.confidential();
        this.grantTypes = joined(request.grantTypes());
        this.scopes = Scopes.join(request.scopes());
        this.redirectUris = String.join("\n", request.redirectUris());
        this.accessTokenSeconds = request.accessTokenSeconds();
        this.selfRegistration = request.selfRegistration();
        this.customData = new LinkedHashMap<>(request.customData());
        this.extras = new LinkedHashMap<>(request.extras());
        call(request.name());
    }

    public UUID tenantId() {
        return tenantId;
    }

    public String name() {
        return name;
    }

    public @Nullable String description() {
        return description;
    }

    public ApplicationStatus status() {
        return status;
    }

    public boolean active() {
        return status == ApplicationStatus.ACTIVE;
    }

    public String clientId() {
        return clientId;
    }

    public boolean confidential() {
        return confidential;
    }

    public Set<GrantType> grantTypes() {
        return Scopes.split(grantTypes).stream()
                .flatMap(word -> GrantType.of(word).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The scopes that its tokens may carry. */
    public Set<String> scopes() {
        return Scopes.split(scopes);
    }

    public List<String> redirectUris() {
        return redirectUris.isEmpty() ? List.of() : List.of(redirectUris.split("\n", -1));
    }

    public @Nullable Integer accessTokenSeconds() {
        return accessTokenSeconds;
    }

    public boolean selfRegistration() {
        return selfRegistration;
    }

    /** About how many bytes its row is. */
    long weight() {
        return weight(customData, extras);
    }

    public Map<String, Object> customData() {
        return new LinkedHashMap<>(customData);
    }

    /** Members that one contract keeps with an application and no other shows. */
    public Map<String, Object> extras() {
        return new LinkedHashMap<>(extras);
    }

    void change(ApplicationChange change, Instant now) {
        change.name.ifValue(this::call);
        description = change.description.or(description);
        status = change.status.orElse(status);
        change.grantTypes.ifValue(types -> grantTypes = joined(types));
        change.scopes.ifValue(given -> scopes = Scopes.join(given));
        change.redirectUris.ifValue(uris -> redirectUris = String.join("\n", uris));
        accessTokenSeconds = change.accessTokenSeconds.or(accessTokenSeconds);
        selfRegistration = change.selfRegistration.orElse(selfRegistration);
        if (change.customData.given()) {
            customData = new LinkedHashMap<>(change.customData.orElse(Map.of()));
        }
        if (change.extras.given()) {
            extras = new LinkedHashMap<>(change.extras.orElse(Map.of()));
        }
        touched(now);
    }

    /** Notes that its secrets changed, so that its version and time say so. */
    void secretsChanged(Instant now) {
        touched(now);
    }

    private void call(String newName) {
        name = newName;
        nameKey = Names.fold(newName);
    }

    private static String joined(Collection<GrantType> types) {
        return String.join(" ", types.stream().map(GrantType::wire).collect(Collectors.toCollection(TreeSet::new)));
    }
}

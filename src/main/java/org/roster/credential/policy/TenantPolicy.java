package org.roster.credential.policy;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roster.persistence.JsonConverter;

/** The row of a tenant that asks more of passwords than every Roster does. */
@Entity
@Table(name = "password_policy")
public class TenantPolicy {

    private static final String WORDS = "words";

    @Id
    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "min_length")
    private @Nullable Integer minLength;

    @Column(name = "min_strength")
    private @Nullable Integer minStrength;

    @Column(nullable = false)
    private int history;

    @Convert(converter = JsonConverter.class)
    private Map<String, Object> words = new LinkedHashMap<>();

    @Convert(converter = JsonConverter.class)
    private Map<String, Object> contracts = new LinkedHashMap<>();

    /** For JPA. */
    protected TenantPolicy() {}

    TenantPolicy(UUID tenantId, PasswordRules rules) {
        this.tenantId = tenantId;
        this.minLength = rules.minLength();
        this.minStrength = rules.minStrength();
        this.history = rules.history();
        this.words = new LinkedHashMap<>(Map.of(WORDS, rules.words()));
        this.contracts = new LinkedHashMap<>(rules.contracts());
    }

    PasswordRules rules() {
        var list = words.get(WORDS) instanceof List<?> some
                ? some.stream().map(String::valueOf).toList()
                : List.<String>of();
        var lengths = contracts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> ((Number) entry.getValue()).intValue()));
        return new PasswordRules(minLength, minStrength, history, list, lengths);
    }
}

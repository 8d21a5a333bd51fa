package org.roster.directory.application;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.credential.Secrets;
import org.roster.directory.tenant.TenantService;
import org.roster.event.Change;
import org.roster.persistence.Shared;
import org.roster.persistence.Transactions;

/**
 * OAuth clients by their identifier, remembered for two seconds, so that a token costs no query and a client that was
 * disabled gets none shortly after, on every node.
 */
@ApplicationScoped
public class Clients {

    private final Cache<String, Client> known = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(2))
            .build();

    @Inject
    Transactions transactions;

    @Inject
    ApplicationRepository applications;

    @Inject
    TenantService tenants;

    @Inject
    Secrets secrets;

    @Inject
    @Shared
    Clock clock;

    /** The client with this identifier, active or not. */
    public Optional<Client> byClientId(String clientId) {
        boolean pending = transactions.pending();
        var client = pending ? null : known.getIfPresent(clientId);
        if (client == null) {
            client = read(clientId);
            if (client != null && !pending) {
                known.put(clientId, client);
            }
        }
        return Optional.ofNullable(client);
    }

    /** The client that a token of a tenant names: an application, or the log-in of a contract. */
    public Optional<Client> of(UUID tenant, String clientId) {
        return clientId.startsWith(Client.FIRST_PARTY)
                ? Optional.of(firstParty(tenant, clientId.substring(Client.FIRST_PARTY.length())))
                : byClientId(clientId);
    }

    /** The log-in of a contract in a tenant. */
    public Client firstParty(UUID tenant, String contract) {
        return Client.firstParty(tenant, tenants.active(tenant), contract);
    }

    /** Whether this is a secret of the client. An unknown client costs the same comparison. */
    public boolean authenticates(@Nullable Client client, String secret) {
        var hash = secrets.hash(secret);
        if (client == null) {
            return false;
        }
        var now = clock.instant();
        return client.secrets().stream().filter(one -> one.good(now)).anyMatch(one -> Secrets.equal(hash, one.hash()));
    }

    private @Nullable Client read(String clientId) {
        return applications
                .byClientId(clientId)
                .map(application -> Client.of(
                        application, tenants.active(application.tenantId()), applications.secrets(application.id())))
                .orElse(null);
    }

    void onChange(@Observes Change change) {
        if (!change.access()
                && (change.subjectType().equals("application")
                        || change.subjectType().equals("tenant"))) {
            transactions.afterCommit(known::invalidateAll);
        }
    }
}

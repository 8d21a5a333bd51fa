package org.roster.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.caller.Scopes;
import org.roster.directory.Checks;
import org.roster.directory.query.Cursors;
import org.roster.directory.query.Page;
import org.roster.event.Changes;
import org.roster.event.Facts;
import org.roster.persistence.Shared;
import org.roster.persistence.Transactions;
import org.roster.refusal.Refusal;
import org.roster.system.Ids;

/**
 * What can be done to endpoints. Whoever says where events go learns what they tell, so it must be somebody who may read
 * events anyhow. An empty answer means that the tenant has no such endpoint.
 */
@ApplicationScoped
public class WebhookService {

    static final String KIND = "webhook_endpoint";

    /** How long the secret of before signs beside the new one, unless somebody says otherwise. */
    public static final Duration OVERLAP = Duration.ofHours(24);

    private static final Duration LONGEST_OVERLAP = Duration.ofDays(7);
    private static final int MOST_ENDPOINTS = 50;

    @Inject
    EndpointRepository endpoints;

    @Inject
    EndpointRules rules;

    @Inject
    EndpointSecret secrets;

    @Inject
    Transactions transactions;

    @Inject
    Changes changes;

    @Inject
    Cursors cursors;

    @Inject
    @Shared
    Clock clock;

    public Optional<WebhookEndpoint> byId(UUID tenant, UUID id) {
        return endpoints.byId(tenant, id);
    }

    /** A page of the tenant's endpoints, in the order of their making. */
    public Page<WebhookEndpoint> find(Caller caller, UUID tenant, @Nullable String cursor, int limit) {
        var binding = "webhook endpoints " + tenant + ' ' + caller.id();
        var last = cursor == null
                ? null
                : UUID.fromString(cursors.decode(binding, cursor).get(0));
        var read = endpoints.find(tenant, last, limit + 1);
        return Page.cut(
                read, limit, endpoint -> cursors.encode(binding, endpoint.id().toString()));
    }

    /**
     * Makes an endpoint.
     *
     * @throws Refusal {@link org.roster.refusal.Reason#VALUE_INVALID}, also for an address that nothing may be sent to,
     *     {@link org.roster.refusal.Reason#RIGHTS_EXCEEDED} for a caller who may not read events
     */
    public IssuedEndpoint add(Caller caller, NewEndpoint request) {
        requireReader(caller);
        rules.check(request);
        var id = Ids.next();
        var secret = secrets.next(id);
        return transactions.write(() -> {
            if (endpoints.count(request.tenant()) >= MOST_ENDPOINTS) {
                throw Refusal.invalid("url", "must be one of at most " + MOST_ENDPOINTS + " of a tenant");
            }
            var endpoint = new WebhookEndpoint(id, request, secret.sealed(), secret.hint(), clock.instant());
            endpoints.add(endpoint);
            changes.created(caller, request.tenant(), KIND, id, facts(endpoint));
            return new IssuedEndpoint(endpoint, secret.text());
        });
    }

    /** @throws Refusal as {@link #add}, and {@link org.roster.refusal.Reason#VERSION_STALE} */
    public Optional<WebhookEndpoint> change(
            Caller caller, UUID tenant, UUID id, EndpointChange change, @Nullable Long expected) {
        requireReader(caller);
        rules.check(change);
        return transactions.write(() -> endpoints.byId(tenant, id).map(endpoint -> {
            Checks.version(expected, endpoint.version());
            var before = facts(endpoint);
            endpoint.change(change, clock.instant());
            endpoints.flush();
            changes.updated(caller, tenant, KIND, id, before, facts(endpoint));
            return endpoint;
        }));
    }

    /** Removes an endpoint with its deliveries; whether there was one. */
    public boolean remove(Caller caller, UUID tenant, UUID id, @Nullable Long expected) {
        return transactions.write(() -> endpoints
                .byId(tenant, id)
                .map(endpoint -> {
                    Checks.version(expected, endpoint.version());
                    endpoints.remove(endpoint);
                    changes.deleted(caller, tenant, KIND, id, facts(endpoint));
                    return true;
                })
                .orElse(false));
    }

    /**
     * Gives an endpoint a new secret. The present one signs beside it for a while.
     *
     * @param overlap how long; from nothing to seven days
     */
    public Optional<IssuedEndpoint> rotate(Caller caller, UUID tenant, UUID id, Duration overlap) {
        requireReader(caller);
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            throw Refusal.invalid("overlapHours", "must be from 0 to " + LONGEST_OVERLAP.toHours());
        }
        var secret = secrets.next(id);
        return transactions.write(() -> endpoints.byId(tenant, id).map(endpoint -> {
            var now = clock.instant();
            endpoint.rotate(secret.sealed(), secret.hint(), now.plus(overlap), now);
            endpoints.flush();
            changes.happened(
                    caller,
                    tenant,
                    KIND + ".secret_rotated",
                    KIND,
                    id,
                    Facts.of("previousUntil", endpoint.previousUntil()).map());
            return new IssuedEndpoint(endpoint, secret.text());
        }));
    }

    /** Has a {@code webhook.test} sent to an endpoint, whatever it has subscribed to. */
    public Optional<WebhookEndpoint> test(Caller caller, UUID tenant, UUID id) {
        return transactions.write(() -> endpoints.byId(tenant, id).map(endpoint -> {
            if (!endpoint.enabled()) {
                throw Refusal.invalid("status", "must be ENABLED for something to be sent");
            }
            changes.happened(caller, tenant, EventTypes.TEST, KIND, id, Map.of());
            return endpoint;
        }));
    }

    /** Takes an endpoint out of use whose receiver has said that it is gone for good, in the transaction that is open. */
    void gone(UUID id, Instant now) {
        endpoints.byId(id).filter(WebhookEndpoint::enabled).ifPresent(endpoint -> {
            var before = facts(endpoint);
            endpoint.disable(now);
            endpoints.flush();
            var roster = Caller.system(endpoint.tenantId(), "webhook");
            changes.updated(roster, endpoint.tenantId(), KIND, id, before, facts(endpoint));
        });
    }

    private static void requireReader(Caller caller) {
        Checks.outranks(caller, Set.of(Scopes.EVENTS_READ), "what a webhook brings");
    }

    /** Paths and queries of such addresses are secrets as often as not: events have a mark of them. */
    private Map<String, @Nullable Object> facts(WebhookEndpoint endpoint) {
        return Facts.of("origin", rules.origin(endpoint.url()))
                .and("urlMark", rules.mark(endpoint.url()))
                .and("description", endpoint.description())
                .and("status", endpoint.status())
                .and("events", endpoint.events())
                .and("headers", endpoint.headers().keySet())
                .map();
    }
}

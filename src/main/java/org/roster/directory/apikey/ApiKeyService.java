package org.roster.directory.apikey;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.credential.Secrets;
import org.roster.credential.guard.Claimed;
import org.roster.directory.Checks;
import org.roster.directory.FreshIds;
import org.roster.directory.Standing;
import org.roster.directory.Standings;
import org.roster.directory.query.Cursors;
import org.roster.directory.query.Page;
import org.roster.directory.tenant.TenantService;
import org.roster.event.Change;
import org.roster.event.Changes;
import org.roster.event.Facts;
import org.roster.persistence.Remembered;
import org.roster.persistence.Transactions;
import org.roster.persistence.Violations;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;
import org.roster.system.Ids;

/** What can be done to API keys, and with them. */
@ApplicationScoped
public class ApiKeyService {

    private static final String KIND = "api_key";
    private static final Pattern PART_OF_ID = Pattern.compile("[0-9A-Z]{1,25}");

    /** A secret made elsewhere must be as hard to guess as one of our own. */
    private static final int MIN_SECRET = 32;

    /** A use is noted at most this often: the hot path writes nothing. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(5);

    private final Remembered<UUID, ApiKey> known = new Remembered<>(100_000, Duration.ofSeconds(2));

    private final Cache<UUID, Boolean> noted = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(NOTED_EVERY)
            .build();

    @Inject
    ApiKeyRepository keys;

    @Inject
    Standings standings;

    @Inject
    TenantService tenants;

    @Inject
    Transactions transactions;

    @Inject
    Changes changes;

    @Inject
    Secrets secrets;

    @Inject
    Cursors cursors;

    @Inject
    FreshIds ids;

    @Inject
    Clock clock;

    /** A key that was presented, and what it opens at this moment. */
    public record Opened(ApiKey apiKey, Set<String> scopes) {}

    /**
     * Checks an id and a secret. The scopes are those of the key that its owner holds too; a key whose owner or tenant
     * is out of use opens nothing.
     *
     * @param id the 25 characters of the key's id
     */
    public Optional<Opened> open(String id, String secret) {
        var hash = secrets.hash(secret);
        var key = Ids.parseShort(id).map(this::read).orElse(null);
        if (key == null || !Secrets.equal(hash, key.secretHash())) {
            return Optional.empty();
        }
        var now = clock.instant();
        boolean ended = key.expiresAt() != null && !key.expiresAt().isAfter(now);
        if (ended || key.status() != ApiKeyStatus.ACTIVE || !tenants.active(key.tenantId())) {
            return Optional.empty();
        }
        var scopes = scopesNow(key);
        scopes.ifPresent(any -> noteUse(key, now));
        return scopes.map(held -> new Opened(key, held));
    }

    /** The key that an id stands for, for telling that it was not opened. */
    public Optional<Claimed> claimed(String id) {
        return Ids.parseShort(id).map(this::read).map(key -> new Claimed(key.tenantId(), KIND, key.id()));
    }

    /** @throws Refusal {@link Reason#API_KEY_UNKNOWN} */
    public ApiKey require(UUID tenant, UUID id) {
        return keys.byId(tenant, id).orElseThrow(ApiKeyService::unknown);
    }

    /** A page of the tenant's API keys, in the order of their making. */
    public Page<ApiKey> find(Caller caller, UUID tenant, ApiKeyFilter filter, @Nullable String cursor, int limit) {
        var binding = "api keys " + tenant + ' ' + caller.id() + ' ' + filter;
        var last = cursor == null
                ? null
                : UUID.fromString(cursors.decode(binding, cursor).get(0));
        var read = keys.find(tenant, filter, last, limit + 1);
        return Page.cut(read, limit, key -> cursors.encode(binding, key.id().toString()));
    }

    /** The API keys of many users, in the order of their making; a user without any is not among the keys of the map. */
    public Map<UUID, List<ApiKey>> ofUsers(UUID tenant, Collection<UUID> users) {
        return keys.ofUsers(tenant, users);
    }

    /** The users who own a key whose id, as it is written in credentials, contains this text in any letter case. */
    public Set<UUID> ownersOf(UUID tenant, String partOfId) {
        var part = partOfId.toUpperCase(Locale.ROOT);
        return PART_OF_ID.matcher(part).matches()
                ? keys.ownersOf(tenant, id -> Ids.shortForm(id).contains(part))
                : Set.of();
    }

    /**
     * Makes an API key.
     *
     * @throws Refusal {@link Reason#USER_UNKNOWN} or {@link Reason#APPLICATION_UNKNOWN} for the owner,
     *     {@link Reason#RIGHTS_EXCEEDED} for scopes and for an owner beyond the caller's own rights,
     *     {@link Reason#VALUE_INVALID}
     */
    public IssuedApiKey add(Caller caller, NewApiKey request) {
        check(caller, request);
        try {
            return transactions.write(() -> {
                checkOwner(caller, request);
                return issue(caller, request);
            });
        } catch (RuntimeException e) {
            if (Violations.unique(e)) {
                ids.check(request.id(), ApiKey.class);
            }
            throw e;
        }
    }

    /** The rules of a new key's own form and rights; the owner is looked at inside the transaction. */
    public void check(Caller caller, NewApiKey request) {
        Checks.name("name", request.name(), 128);
        Checks.text("description", request.description(), 1000);
        Checks.mayGive(caller, "scopes", request.scopes());
        if (request.user() != null && request.application() != null) {
            throw Refusal.invalid("application", "a key belongs to a user or to an application, not to both");
        }
        if (request.secret() != null
                && (request.secret().length() < MIN_SECRET || request.secret().length() > 256)) {
            throw Refusal.invalid("secret", "must have " + MIN_SECRET + " to 256 characters");
        }
        if (request.expiresAt() != null && !request.expiresAt().isAfter(clock.instant())) {
            throw Refusal.invalid("expiresAt", "must be in the future");
        }
    }

    /** Makes a checked key inside the transaction that is open: its own, or that of the user it is made with. */
    public IssuedApiKey issue(Caller caller, NewApiKey request) {
        var secret = request.secret() == null ? secrets.next() : request.secret();
        var id = ids.next(request.tenant(), request.id(), ApiKey.class);
        var key = new ApiKey(id, request, secrets.hash(secret), Secrets.hint(secret), clock.instant());
        keys.add(key);
        keys.flush();
        changes.created(caller, key.tenantId(), KIND, key.id(), facts(key));
        return new IssuedApiKey(key, secret);
    }

    /**
     * Changes an API key. A caller who does not hold all of its scopes, old and new, may not touch it.
     *
     * @throws Refusal {@link Reason#API_KEY_UNKNOWN}, {@link Reason#RIGHTS_EXCEEDED}, {@link Reason#VERSION_STALE},
     *     {@link Reason#VALUE_INVALID}
     */
    public ApiKey change(Caller caller, UUID tenant, UUID id, ApiKeyChange change, @Nullable Long expected) {
        change.name().ifValue(name -> Checks.name("name", name, 128));
        Checks.text("description", change.description().value(), 1000);
        change.scopes().ifValue(scopes -> Checks.mayGive(caller, "scopes", scopes));
        return transactions.write(() -> {
            var key = require(tenant, id);
            Checks.version(expected, key.version());
            Checks.outranks(caller, key.scopes(), "the API key");
            var before = facts(key);
            key.change(change, clock.instant());
            keys.flush();
            changes.updated(caller, tenant, KIND, id, before, facts(key));
            return key;
        });
    }

    /** @throws Refusal {@link Reason#API_KEY_UNKNOWN}, {@link Reason#RIGHTS_EXCEEDED}, {@link Reason#VERSION_STALE} */
    public void remove(Caller caller, UUID tenant, UUID id, @Nullable Long expected) {
        transactions.run(() -> {
            var key = require(tenant, id);
            Checks.version(expected, key.version());
            Checks.outranks(caller, key.scopes(), "the API key");
            keys.remove(key);
            changes.deleted(caller, tenant, KIND, id, facts(key));
        });
    }

    void onChange(@Observes Change change) {
        if (change.subjectType().equals(KIND) && !change.access()) {
            transactions.afterCommit(() -> known.forget(change.subject()));
        } else if (change.type().equals("user.deleted")) {
            transactions.afterCommit(known::forgetAll);
        }
    }

    private @Nullable ApiKey read(UUID id) {
        var found = transactions.pending() ? keys.byCredential(id) : known.find(id, keys::byCredential);
        return found.orElse(null);
    }

    private Optional<Set<String>> scopesNow(ApiKey key) {
        Standing owner = null;
        if (key.userId() != null) {
            owner = standings.ofUser(key.tenantId(), key.userId());
        } else if (key.applicationId() != null) {
            owner = standings.ofApplication(key.applicationId());
        }
        if (owner == null) {
            return Optional.of(key.scopes());
        }
        if (!owner.active()) {
            return Optional.empty();
        }
        var held = new HashSet<>(key.scopes());
        held.retainAll(owner.permissions());
        return Optional.of(held);
    }

    private void noteUse(ApiKey key, Instant now) {
        if (noted.asMap().putIfAbsent(key.id(), true) == null) {
            transactions.run(() -> keys.used(key.tenantId(), key.id(), now));
        }
    }

    /** Whoever makes a key for an owner can speak in its name, so the owner's rights must not exceed the maker's (R10). */
    private void checkOwner(Caller caller, NewApiKey request) {
        if (request.user() != null) {
            if (!keys.userExists(request.tenant(), request.user())) {
                throw new Refusal(Reason.USER_UNKNOWN, "user", "there is no such user");
            }
            if (!caller.is(request.user())) {
                Checks.outranks(caller, standings.possiblePermissions(request.user()), "the user");
            }
        }
        if (request.application() != null) {
            var scopes = keys.applicationScopes(request.tenant(), request.application())
                    .orElseThrow(() ->
                            new Refusal(Reason.APPLICATION_UNKNOWN, "application", "there is no such application"));
            Checks.outranks(caller, scopes, "the application");
        }
    }

    private static Refusal unknown() {
        return new Refusal(Reason.API_KEY_UNKNOWN, KIND, "there is no such API key");
    }

    private static Map<String, @Nullable Object> facts(ApiKey key) {
        return Facts.of("name", key.name())
                .and("description", key.description())
                .and("status", key.status())
                .and("scopes", key.scopes())
                .and("user", key.userId())
                .and("application", key.applicationId())
                .and("expiresAt", key.expiresAt())
                .map();
    }
}

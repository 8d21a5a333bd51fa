package org.roster.directory.tenant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.constraint.Names;
import org.roster.directory.Checks;
import org.roster.directory.FreshIds;
import org.roster.directory.query.Cursors;
import org.roster.directory.query.Page;
import org.roster.event.Change;
import org.roster.event.Changes;
import org.roster.event.Facts;
import org.roster.persistence.Remembered;
import org.roster.persistence.Transactions;
import org.roster.persistence.Violations;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;
import org.roster.system.Ids;

/** What can be done to tenants. Each public method that writes is one transaction and leaves one event. */
@ApplicationScoped
public class TenantService {

    private static final String KIND = "tenant";

    /** Whether a tenant is active may be remembered this long; a change is seen within it on every node (R11). */
    private static final Duration STANDING = Duration.ofSeconds(2);

    private final Remembered<UUID, State> states = new Remembered<>(10_000, STANDING);

    /** Ids by code, for requests without a caller; a code is its tenant's for good. */
    private final Remembered<String, UUID> codes = new Remembered<>(10_000, STANDING);

    /** What every request must know of its tenant. */
    private record State(boolean active, @Nullable Instant sessionsEndedAt) {}

    @Inject
    TenantRepository tenants;

    @Inject
    Transactions transactions;

    @Inject
    Changes changes;

    @Inject
    Cursors cursors;

    @Inject
    Clock clock;

    /**
     * The tenant that a request is about: the caller's own unless it names another, which only a platform caller may.
     *
     * @param claim the id, its 24-digit alias or the code of a tenant as the request names it, or null
     * @throws Refusal {@link Reason#TENANT_FOREIGN} for a name that is not the caller's own tenant, whether or not it
     *     exists; {@link Reason#TENANT_UNKNOWN} when a platform caller names none that exists
     */
    public UUID resolve(Caller caller, @Nullable String claim) {
        if (claim == null) {
            return caller.tenant();
        }
        var tenant = named(claim);
        if (tenant.isPresent() && tenant.get().id().equals(caller.tenant())) {
            return caller.tenant();
        }
        if (!caller.platform()) {
            throw new Refusal(Reason.TENANT_FOREIGN, KIND, "the caller is held to its own tenant");
        }
        return tenant.map(Tenant::id)
                .orElseThrow(() -> new Refusal(Reason.TENANT_UNKNOWN, KIND, "there is no such tenant"));
    }

    /** A tenant that the caller may see, by id or code: its own, or any for a platform caller. */
    public Tenant require(Caller caller, String idOrCode) {
        return named(idOrCode)
                .filter(found -> caller.platform() || found.id().equals(caller.tenant()))
                .orElseThrow(() -> new Refusal(Reason.TENANT_UNKNOWN, KIND, "there is no such tenant"));
    }

    public Optional<Tenant> byCode(String code) {
        return tenants.byCode(code);
    }

    /** Whether a tenant exists and is active; up to two seconds old. */
    public boolean active(UUID tenant) {
        return state(tenant).active();
    }

    /** Whether tokens of a tenant that were made at this moment are over; up to two seconds old. */
    public boolean ended(UUID tenant, Instant made) {
        var ended = state(tenant).sessionsEndedAt();
        return ended != null && !made.isAfter(ended);
    }

    private State state(UUID tenant) {
        return transactions.pending() ? readState(tenant) : states.get(tenant, this::readState);
    }

    private State readState(UUID tenant) {
        return tenants.byId(tenant)
                .map(found -> new State(found.active(), found.sessionsEndedAt()))
                .orElse(new State(false, null));
    }

    /** The tenant of a request that has no caller yet: the one that its host stands for, else the default one. */
    public UUID unauthenticated(@Nullable String hostTenant) {
        return Optional.ofNullable(hostTenant)
                .flatMap(this::idOf)
                .or(() -> idOf(Tenant.DEFAULT_CODE))
                .orElseThrow();
    }

    private Optional<UUID> idOf(String code) {
        return transactions.pending() ? readId(code) : codes.find(Names.fold(code), this::readId);
    }

    private Optional<UUID> readId(String code) {
        return tenants.byCode(code).map(Tenant::id);
    }

    /** The tenant with this alias of 24 hexadecimal digits. */
    public Optional<Tenant> byObjectId(String objectId) {
        return tenants.byObjectId(objectId);
    }

    /** The tenant with this id. For those who have come upon it by themselves: whoever is told it needs {@link #require}. */
    public Optional<Tenant> byId(UUID id) {
        return tenants.byId(id);
    }

    private Optional<Tenant> named(String claim) {
        return Ids.parse(claim)
                .flatMap(tenants::byId)
                .or(() -> tenants.byCode(claim))
                .or(() -> tenants.byObjectId(claim));
    }

    /** A stretch of the tenants that the caller may see, in the order of their making. */
    public List<Tenant> slice(Caller caller, int offset, int limit) {
        return slice(caller, offset, limit, false);
    }

    /** The same in the order of their names. */
    public List<Tenant> sliceByName(Caller caller, int offset, int limit) {
        return slice(caller, offset, limit, true);
    }

    private List<Tenant> slice(Caller caller, int offset, int limit, boolean byName) {
        if (caller.platform()) {
            return tenants.slice(offset, limit, byName);
        }
        return offset > 0 || limit < 1
                ? List.of()
                : tenants.byId(caller.tenant()).stream().toList();
    }

    /** How many tenants the caller may see. */
    public long count(Caller caller) {
        return caller.platform() ? tenants.count() : 1;
    }

    /** A page of the tenants that the caller may see, in the order of their making. */
    public Page<Tenant> find(Caller caller, @Nullable String cursor, int limit) {
        var binding = "tenants " + caller.id();
        var last = cursor == null
                ? null
                : UUID.fromString(cursors.decode(binding, cursor).get(0));
        if (!caller.platform()) {
            return new Page<>(tenants.byId(caller.tenant()).stream().toList(), null);
        }
        var read = tenants.after(last, limit + 1);
        return Page.cut(
                read, limit, tenant -> cursors.encode(binding, tenant.id().toString()));
    }

    /**
     * Adds a tenant.
     *
     * @throws Refusal {@link Reason#TENANT_FOREIGN} unless the caller is a platform caller,
     *     {@link Reason#TENANT_CODE_TAKEN}, {@link Reason#VALUE_INVALID}
     */
    public Tenant add(Caller caller, NewTenant request) {
        if (!caller.platform()) {
            throw new Refusal(Reason.TENANT_FOREIGN, KIND, "only a platform caller makes tenants");
        }
        Checks.code("code", request.code(), 64);
        Checks.name("name", request.name(), 128);
        Checks.text("description", request.description(), 1000);
        try {
            return transactions.write(() -> {
                var tenant = new Tenant(idFor(request), request, clock.instant());
                tenants.add(tenant);
                changes.created(caller, tenant.id(), KIND, tenant.id(), facts(tenant));
                return tenant;
            });
        } catch (RuntimeException e) {
            if (Violations.unique(e)) {
                throw new Refusal(Reason.TENANT_CODE_TAKEN, "code", "another tenant has this code");
            }
            throw e;
        }
    }

    /** @throws Refusal {@link Reason#TENANT_UNKNOWN}, {@link Reason#VERSION_STALE}, {@link Reason#VALUE_INVALID} */
    public Tenant change(Caller caller, String idOrCode, TenantChange change, @Nullable Long expected) {
        change.name().ifValue(name -> Checks.name("name", name, 128));
        Checks.text("description", change.description().value(), 1000);
        return transactions.write(() -> {
            var tenant = require(caller, idOrCode);
            Checks.version(expected, tenant.version());
            if (change.status().value() == TenantStatus.INACTIVE
                    && tenant.code().equals(Tenant.DEFAULT_CODE)) {
                throw new Refusal(Reason.TENANT_IN_USE, "status", "the default tenant stays active");
            }
            var before = facts(tenant);
            tenant.change(change, clock.instant());
            tenants.flush();
            changes.updated(caller, tenant.id(), KIND, tenant.id(), before, facts(tenant));
            return tenant;
        });
    }

    /**
     * Removes a tenant that has nothing in it any more.
     *
     * @throws Refusal {@link Reason#TENANT_FOREIGN} unless the caller is a platform caller,
     *     {@link Reason#TENANT_UNKNOWN}, {@link Reason#TENANT_IN_USE}, {@link Reason#VERSION_STALE}
     */
    public void remove(Caller caller, String idOrCode, @Nullable Long expected) {
        if (!caller.platform()) {
            throw new Refusal(Reason.TENANT_FOREIGN, KIND, "only a platform caller removes tenants");
        }
        try {
            transactions.run(() -> {
                var tenant = require(caller, idOrCode);
                Checks.version(expected, tenant.version());
                if (tenant.code().equals(Tenant.DEFAULT_CODE)) {
                    throw new Refusal(Reason.TENANT_IN_USE, null, "the default tenant stays");
                }
                tenants.remove(tenant);
                changes.deleted(caller, tenant.id(), KIND, tenant.id(), facts(tenant));
            });
        } catch (RuntimeException e) {
            if (Violations.reference(e)) {
                throw new Refusal(
                        Reason.TENANT_IN_USE, null, "the tenant still has users, groups, applications or API keys");
            }
            throw e;
        }
    }

    private UUID idFor(NewTenant request) {
        var id = request.id();
        if (id == null) {
            return Ids.next();
        }
        FreshIds.checkKeepable(id);
        if (tenants.known(id)) {
            throw new Refusal(Reason.ID_TAKEN, "id", "a tenant has or had this id");
        }
        return id;
    }

    void onChange(@Observes Change change) {
        if (change.subjectType().equals(KIND) && !change.access()) {
            transactions.afterCommit(() -> {
                states.forget(change.subject());
                codes.forgetAll();
            });
        }
    }

    private static Map<String, @Nullable Object> facts(Tenant tenant) {
        return Facts.of("code", tenant.code())
                .and("name", tenant.name())
                .and("description", tenant.description())
                .and("status", tenant.status())
                .and("settings", tenant.settings())
                .map();
    }
}

package org.roster.directory.permission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.caller.Scopes;
import org.roster.constraint.Names;
import org.roster.directory.Checks;
import org.roster.directory.group.GroupService;
import org.roster.event.Change;
import org.roster.event.Changes;
import org.roster.event.Facts;
import org.roster.persistence.Remembered;
import org.roster.persistence.Transactions;
import org.roster.persistence.Violations;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;
import org.roster.system.Ids;

/**
 * The catalogue of a tenant's permissions: those that Roster enforces, those that groups carry, and those that were
 * added for groups to carry. A catalogue is small, so it is read as a whole.
 */
@ApplicationScoped
public class PermissionService {

    private static final String KIND = "permission";

    /** The permissions that do not count, for every request that carries a credential (R11). */
    private final Remembered<UUID, Set<String>> inactive = new Remembered<>(10_000, Duration.ofSeconds(2));

    @Inject
    PermissionRepository permissions;

    @Inject
    GroupService groups;

    @Inject
    Transactions transactions;

    @Inject
    Changes changes;

    @Inject
    Clock clock;

    /**
     * The permissions of a tenant in the order of their names.
     *
     * @param part what their names contain, in any letter case; null for all
     */
    public List<PermissionView> list(UUID tenant, @Nullable String part) {
        var wanted = part == null ? "" : Names.fold(part);
        return catalogue(tenant).values().stream()
                .filter(permission -> Names.fold(permission.name()).contains(wanted))
                .toList();
    }

    /** A part of that list. */
    public List<PermissionView> slice(UUID tenant, @Nullable String part, int offset, int limit) {
        return list(tenant, part).stream().skip(offset).limit(limit).toList();
    }

    public long count(UUID tenant, @Nullable String part) {
        return list(tenant, part).size();
    }

    /** @throws Refusal {@link Reason#PERMISSION_UNKNOWN} */
    public PermissionView require(UUID tenant, UUID id) {
        return permissions
                .byId(tenant, id)
                .map(Permission::view)
                .or(() -> catalogue(tenant).values().stream()
                        .filter(permission -> permission.id().equals(id))
                        .findFirst())
                .orElseThrow(() -> new Refusal(Reason.PERMISSION_UNKNOWN, KIND, "there is no such permission"));
    }

    /** What is to be said of these permissions, by their names; one query for all of them. */
    public Map<String, PermissionView> describe(UUID tenant, Collection<String> names) {
        if (names.isEmpty()) {
            return Map.of();
        }
        var ids =
                names.stream().map(name -> PermissionView.idOf(tenant, name, 0)).collect(Collectors.toSet());
        return views(tenant, permissions.byNamesOrIds(tenant, names, ids), names);
    }

    /** The permissions of a tenant that give nothing; up to two seconds old. */
    public Set<String> inactive(UUID tenant) {
        return transactions.pending() ? permissions.inactive(tenant) : inactive.get(tenant, permissions::inactive);
    }

    /**
     * Adds a permission to the catalogue. That gives nothing to anybody, so no right is asked for.
     *
     * @throws Refusal {@link Reason#PERMISSION_NAME_TAKEN}, {@link Reason#VALUE_INVALID}
     */
    public PermissionView add(Caller caller, NewPermission request) {
        checkName(request.name());
        Checks.text("description", request.description(), 1000);
        return unique(() -> {
            checkFree(request.tenant(), request.name());
            var row = new Permission(
                    Ids.next(), request.tenant(), request.name(), request.description(), clock.instant());
            permissions.add(row);
            changes.created(caller, request.tenant(), KIND, row.id(), facts(row.view()));
            return row.view();
        });
    }

    /**
     * Changes a permission; a new name is new in every group that carries it. Only who may give a permission may touch
     * what people hold by it (R10).
     *
     * @throws Refusal {@link Reason#PERMISSION_UNKNOWN}, {@link Reason#PERMISSION_NAME_TAKEN},
     *     {@link Reason#PERMISSION_IN_USE} for a new name of one that Roster enforces, {@link Reason#RIGHTS_EXCEEDED},
     *     {@link Reason#VALUE_INVALID}
     */
    public PermissionView change(Caller caller, UUID tenant, UUID id, PermissionChange change) {
        change.name().ifValue(PermissionService::checkName);
        Checks.text("description", change.description().value(), 1000);
        return unique(() -> {
            var present = require(tenant, id);
            var name = change.name().orElse(present.name());
            boolean renamed = !name.equals(present.name());
            checkTouch(caller, tenant, present.name(), name);
            if (renamed) {
                checkOwn(present.name());
                checkFree(tenant, name);
            }
            var row = permissions.byId(tenant, id).orElseGet(() -> written(tenant, present));
            row.change(change, clock.instant());
            permissions.flush();
            if (renamed) {
                groups.renamePermission(tenant, present.name(), name);
            }
            changes.updated(caller, tenant, KIND, id, facts(present), facts(row.view()));
            return row.view();
        });
    }

    /**
     * Removes a permission that no group carries.
     *
     * @throws Refusal {@link Reason#PERMISSION_UNKNOWN}, {@link Reason#PERMISSION_IN_USE}
     */
    public void remove(Caller caller, UUID tenant, UUID id) {
        transactions.run(() -> {
            var present = require(tenant, id);
            checkOwn(present.name());
            if (groups.carry(tenant, present.name())) {
                throw new Refusal(Reason.PERMISSION_IN_USE, KIND, "groups still carry the permission");
            }
            permissions.byId(tenant, id).ifPresent(permissions::remove);
            changes.deleted(caller, tenant, KIND, id, facts(present));
        });
    }

    void onChange(@Observes Change change) {
        if (change.subjectType().equals(KIND)) {
            transactions.afterCommit(() -> inactive.forget(change.tenant()));
        }
    }

    private Map<String, PermissionView> catalogue(UUID tenant) {
        var rows = permissions.all(tenant);
        var names = new TreeSet<>(Scopes.all());
        names.addAll(groups.permissions(tenant));
        rows.forEach(row -> names.add(row.name()));
        return views(tenant, rows, names);
    }

    private static Map<String, PermissionView> views(
            UUID tenant, Collection<Permission> rows, Collection<String> names) {
        var taken = new HashSet<UUID>();
        var byName = new TreeMap<String, PermissionView>();
        rows.forEach(row -> {
            taken.add(row.id());
            byName.put(row.name(), row.view());
        });
        var found = new TreeMap<String, PermissionView>();
        names.forEach(name -> {
            var row = byName.get(name);
            found.put(name, row == null ? PermissionView.withoutRow(tenant, name, taken) : row);
        });
        return found;
    }

    /** The row of a permission that had none so far. */
    private Permission written(UUID tenant, PermissionView present) {
        var row = new Permission(present.id(), tenant, present.name(), present.description(), clock.instant());
        permissions.add(row);
        return row;
    }

    private void checkTouch(Caller caller, UUID tenant, String name, String newName) {
        if (Scopes.enforced(name) || groups.carry(tenant, name)) {
            Checks.outranks(caller, List.of(name), "the permission");
            Checks.mayGive(caller, "name", List.of(newName));
        }
    }

    /** What Roster itself enforces is Roster's to name. */
    private static void checkOwn(String name) {
        if (Scopes.enforced(name)) {
            throw new Refusal(Reason.PERMISSION_IN_USE, KIND, "Roster itself enforces this permission");
        }
    }

    private void checkFree(UUID tenant, String name) {
        if (catalogue(tenant).containsKey(name)) {
            throw taken();
        }
    }

    private static void checkName(String name) {
        if (!Scopes.wellFormed(name)) {
            throw Refusal.invalid(
                    "name",
                    "must be a printable ASCII word of at most 128 characters without spaces, quotes and backslashes");
        }
    }

    private PermissionView unique(Supplier<PermissionView> work) {
        try {
            return transactions.write(work);
        } catch (RuntimeException e) {
            if (Violations.unique(e)) {
                throw taken();
            }
            throw e;
        }
    }

    private static Refusal taken() {
        return new Refusal(Reason.PERMISSION_NAME_TAKEN, "name", "another permission of the tenant has this name");
    }

    private static Map<String, @Nullable Object> facts(PermissionView permission) {
        return Facts.of("name", permission.name())
                .and("description", permission.description())
                .and("status", permission.status())
                .map();
    }
}

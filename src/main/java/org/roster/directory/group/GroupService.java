package org.roster.directory.group;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.caller.Scopes;
import org.roster.directory.Checks;
import org.roster.directory.Field;
import org.roster.directory.FreshIds;
import org.roster.directory.application.ApplicationService;
import org.roster.directory.query.Cursors;
import org.roster.directory.query.Page;
import org.roster.directory.query.PageReader;
import org.roster.event.Changes;
import org.roster.persistence.Transactions;
import org.roster.persistence.Violations;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;
import org.roster.system.Ids;

/** What can be done to groups. Who is in them is {@link org.roster.directory.user.MembershipService}'s. */
@ApplicationScoped
public class GroupService {

    private static final String KIND = "group";

    @Inject
    GroupRepository groups;

    @Inject
    ApplicationService applications;

    @Inject
    Transactions transactions;

    @Inject
    Changes changes;

    @Inject
    Cursors cursors;

    @Inject
    PageReader reader;

    @Inject
    FreshIds ids;

    @Inject
    Clock clock;

    /** @throws Refusal {@link Reason#GROUP_UNKNOWN} */
    public Group require(UUID tenant, UUID id) {
        return groups.byId(tenant, id).orElseThrow(GroupService::unknown);
    }

    public Optional<Group> byCode(UUID tenant, String code) {
        return groups.byCode(tenant, code);
    }

    /** The group with this alias of 24 hexadecimal digits. */
    public Optional<Group> byObjectId(UUID tenant, String objectId) {
        return groups.byObjectId(tenant, objectId);
    }

    /** The same as far as the caller can see: in its own tenant, and in all of them for a platform caller. */
    public Optional<Group> byObjectId(Caller caller, String objectId) {
        return groups.byObjectId(caller.tenant(), objectId)
                .or(() -> caller.platform() ? groups.byObjectId(objectId) : Optional.empty());
    }

    public Optional<Group> byNumber(UUID tenant, int number) {
        return groups.byNumber(tenant, number);
    }

    /** The groups with these numbers; those that there are. */
    public List<Group> byNumbers(UUID tenant, Collection<Integer> numbers) {
        return groups.byNumbers(tenant, numbers);
    }

    /** The groups with these ids; those that there are. */
    public List<Group> byIds(UUID tenant, Collection<UUID> wanted) {
        return groups.byIds(tenant, wanted);
    }

    /** The groups with these codes; those that there are. */
    public List<Group> byCodes(UUID tenant, Collection<String> codes) {
        return groups.byCodes(tenant, codes);
    }

    /** The groups of many users, each list in the order of their making; a user without any is not among the keys. */
    public Map<UUID, List<Group>> ofUsers(UUID tenant, Collection<UUID> users) {
        return groups.ofUsers(tenant, users);
    }

    /** A stretch of the tenant's groups, in the order of their making, for contracts that count. */
    public List<Group> slice(UUID tenant, GroupFilter filter, int offset, int limit) {
        return reader.slice(
                limit,
                Group::weight,
                (last, most) -> last == null
                        ? groups.slice(tenant, filter, offset, most)
                        : groups.find(tenant, filter, last.id(), most));
    }

    public long count(UUID tenant, GroupFilter filter) {
        return groups.count(tenant, filter);
    }

    /**
     * The groups with these ids.
     *
     * @throws Refusal {@link Reason#GROUP_UNKNOWN} when one of them is not a group of the tenant
     */
    public List<Group> requireAll(UUID tenant, Collection<UUID> wanted) {
        var found = groups.byIds(tenant, wanted);
        if (found.size() != new HashSet<>(wanted).size()) {
            throw unknown();
        }
        return found;
    }

    /** A page of the tenant's groups, in the order of their making. */
    public Page<Group> find(Caller caller, UUID tenant, GroupFilter filter, @Nullable String cursor, int limit) {
        var binding = "groups " + tenant + ' ' + caller.id() + ' ' + filter;
        var last = cursor == null
                ? null
                : UUID.fromString(cursors.decode(binding, cursor).get(0));
        return reader.page(
                limit,
                Group::weight,
                (group, most) -> groups.find(tenant, filter, group == null ? last : group.id(), most),
                group -> cursors.encode(binding, group.id().toString()));
    }

    /**
     * Adds a group.
     *
     * @throws Refusal {@link Reason#GROUP_CODE_TAKEN}, {@link Reason#APPLICATION_UNKNOWN},
     *     {@link Reason#RIGHTS_EXCEEDED} for a permission that the caller does not hold, {@link Reason#VALUE_INVALID}
     */
    public Group add(Caller caller, NewGroup request) {
        Checks.name("name", request.name(), 128);
        Checks.text("description", request.description(), 1000);
        Checks.mayGive(caller, "permissions", request.permissions());
        var code = request.code() == null ? codeFor(request.name()) : request.code();
        Checks.code("code", code, 128);
        return unique(request.id(), () -> {
            if (request.application() != null) {
                applications.require(request.tenant(), request.application());
            }
            var id = ids.next(request.tenant(), request.id(), Group.class);
            var group = new Group(id, request, code, groups.nextNumber(request.tenant()), clock.instant());
            groups.add(group);
            changes.created(caller, group.tenantId(), KIND, group.id(), GroupFacts.of(group));
            return group;
        });
    }

    /**
     * Changes a group. A caller who does not hold all of its permissions, old and new, may not touch it.
     *
     * @throws Refusal {@link Reason#GROUP_UNKNOWN}, {@link Reason#GROUP_CODE_TAKEN}, {@link Reason#RIGHTS_EXCEEDED},
     *     {@link Reason#VERSION_STALE}, {@link Reason#VALUE_INVALID}
     */
    public Group change(Caller caller, UUID tenant, UUID id, GroupChange change, @Nullable Long expected) {
        change.name.ifValue(name -> Checks.name("name", name, 128));
        change.code.ifValue(code -> Checks.code("code", code, 128));
        Checks.text("description", change.description.value(), 1000);
        change.permissions.ifValue(permissions -> Checks.mayGive(caller, "permissions", permissions));
        return unique(null, () -> {
            var group = require(tenant, id);
            Checks.version(expected, group.version());
            Checks.outranks(caller, group.permissions(), "the group");
            var before = GroupFacts.of(group);
            group.change(change, clock.instant());
            groups.flush();
            changes.updated(caller, tenant, KIND, id, before, GroupFacts.of(group));
            return group;
        });
    }

    /**
     * Gives a group one more permission.
     *
     * @return whether it did not carry it before
     * @throws Refusal {@link Reason#GROUP_UNKNOWN}, {@link Reason#RIGHTS_EXCEEDED}, {@link Reason#VALUE_INVALID}
     */
    public boolean give(Caller caller, UUID tenant, UUID id, String permission) {
        Checks.mayGive(caller, "permissions", Set.of(permission));
        return changed(caller, tenant, id, permissions -> permissions.add(permission));
    }

    /**
     * Takes a permission from a group.
     *
     * @return whether it carried it
     * @throws Refusal {@link Reason#GROUP_UNKNOWN}, {@link Reason#RIGHTS_EXCEEDED}
     */
    public boolean take(Caller caller, UUID tenant, UUID id, String permission) {
        return changed(caller, tenant, id, permissions -> permissions.remove(permission));
    }

    private boolean changed(Caller caller, UUID tenant, UUID id, Predicate<Set<String>> edit) {
        return transactions.write(() -> {
            var group = require(tenant, id);
            Checks.outranks(caller, group.permissions(), "the group");
            var permissions = new LinkedHashSet<>(group.permissions());
            if (!edit.test(permissions)) {
                return false;
            }
            var before = GroupFacts.of(group);
            group.change(new GroupChange().permissions(Field.of(permissions)), clock.instant());
            groups.flush();
            changes.updated(caller, tenant, KIND, id, before, GroupFacts.of(group));
            return true;
        });
    }

    /**
     * Adds several groups, all or none.
     *
     * @throws Refusal as {@link #add}
     */
    public List<Group> addAll(Caller caller, Collection<NewGroup> requests) {
        return transactions.write(
                () -> requests.stream().map(request -> add(caller, request)).toList());
    }

    /**
     * Removes several groups of a tenant, all or none.
     *
     * @throws Refusal as {@link #remove}
     */
    public void removeAll(Caller caller, UUID tenant, Collection<Group> unwanted) {
        transactions.run(() -> unwanted.forEach(group -> remove(caller, tenant, group.id(), null)));
    }

    /**
     * Changes several groups of a tenant, all or none.
     *
     * @param change what is to change about each
     * @throws Refusal as {@link #change}
     */
    public void changeAll(Caller caller, UUID tenant, Collection<Group> wanted, Function<Group, GroupChange> change) {
        transactions.run(() -> wanted.forEach(
                group -> change(caller, tenant, group.id(), change.apply(require(tenant, group.id())), null)));
    }

    /** Adds permissions to a group, keeping those that it has. */
    public void grow(Caller caller, UUID tenant, UUID id, Set<String> more) {
        var permissions = new LinkedHashSet<>(require(tenant, id).permissions());
        permissions.addAll(more);
        var change = new GroupChange().permissions(Field.of(permissions));
        change(caller, tenant, id, change, null);
    }

    /**
     * Removes a group; its members stay, without its permissions.
     *
     * @throws Refusal {@link Reason#GROUP_UNKNOWN}, {@link Reason#RIGHTS_EXCEEDED}, {@link Reason#VERSION_STALE}
     */
    public void remove(Caller caller, UUID tenant, UUID id, @Nullable Long expected) {
        transactions.run(() -> {
            var group = require(tenant, id);
            Checks.version(expected, group.version());
            Checks.outranks(caller, group.permissions(), "the group");
            var facts = GroupFacts.of(group);
            facts.put("createdAt", group.createdAt().toString()); // no row will tell any more
            groups.remove(tenant, group);
            changes.deleted(caller, tenant, KIND, id, facts);
        });
    }

    /** The permissions that any group of the tenant carries. */
    public Set<String> permissions(UUID tenant) {
        var words = new LinkedHashSet<String>();
        groups.permissions(tenant).forEach(list -> words.addAll(Scopes.split(list)));
        return words;
    }

    /** Whether any group of the tenant carries a permission. */
    public boolean carry(UUID tenant, String permission) {
        return groups.mentioning(tenant, permission).stream()
                .anyMatch(group -> group.permissions().contains(permission));
    }

    /** Renames a permission in all groups that carry it; a part of the permission's own change, which is the event. */
    public void renamePermission(UUID tenant, String old, String renamed) {
        transactions.run(() -> {
            var now = clock.instant();
            groups.mentioning(tenant, old).stream()
                    .filter(group -> group.permissions().contains(old))
                    .forEach(group -> group.renamePermission(old, renamed, now));
            groups.flush();
        });
    }

    private Group unique(@Nullable UUID id, Supplier<Group> work) {
        try {
            return transactions.write(work);
        } catch (RuntimeException e) {
            if (Violations.unique(e)) {
                ids.check(id, Group.class);
                throw new Refusal(Reason.GROUP_CODE_TAKEN, "code", "another group of the tenant has this code");
            }
            throw e;
        }
    }

    /** A code made from a name: its ASCII letters and digits, with hyphens between words. */
    private static String codeFor(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        // A name without any such letter still needs a code.
        return plain.isEmpty() ? "group-" + Ids.shortForm(Ids.next()).toLowerCase(Locale.ROOT) : plain;
    }

    private static Refusal unknown() {
        return new Refusal(Reason.GROUP_UNKNOWN, KIND, "there is no such group");
    }
}

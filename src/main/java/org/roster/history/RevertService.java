package org.roster.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.audit.AuditRecord;
import org.roster.audit.AuditTrail;
import org.roster.caller.Caller;
import org.roster.directory.Field;
import org.roster.directory.group.Group;
import org.roster.directory.group.GroupChange;
import org.roster.directory.group.GroupFacts;
import org.roster.directory.group.GroupService;
import org.roster.directory.group.GroupStatus;
import org.roster.directory.user.MembershipService;
import org.roster.directory.user.User;
import org.roster.directory.user.UserChange;
import org.roster.directory.user.UserFacts;
import org.roster.directory.user.UserService;
import org.roster.directory.user.UserStatus;
import org.roster.persistence.JsonConverter;
import org.roster.persistence.Transactions;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/**
 * Takes a change back: what it set is set to what it was before. It is a change like any other, with the same rules and an
 * event of its own. What was changed again since is not touched: that one has to be taken back first.
 */
@ApplicationScoped
public class RevertService {

    @Inject
    AuditTrail trail;

    @Inject
    UserService users;

    @Inject
    GroupService groups;

    @Inject
    MembershipService memberships;

    @Inject
    Transactions transactions;

    /**
     * Takes back a change of a user, a joining or leaving of a group, or an assignment.
     *
     * @throws Refusal {@link Reason#VALUE_INVALID} for an event that is none of these or is not about this user, or one that
     *     set a password, {@link Reason#VERSION_STALE} when it was changed again since, and as a change by hand
     */
    public User user(Caller caller, UUID tenant, UUID id, UUID event) {
        return transactions.write(() -> {
            var row = require(tenant, id, event);
            switch (row.type()) {
                case "user.updated" -> change(caller, users.require(tenant, id), row);
                case "user.joined" -> memberships.leave(caller, tenant, named(row, "group"), id);
                case "user.left" -> memberships.join(caller, tenant, named(row, "group"), id);
                case "user.assigned" -> memberships.unassign(caller, tenant, named(row, "application"), id);
                case "user.unassigned" -> memberships.assign(caller, tenant, named(row, "application"), id);
                default -> throw notToBeTakenBack(row);
            }
            return users.require(tenant, id);
        });
    }

    /**
     * Takes back a change of a group.
     *
     * @throws Refusal as {@link #user}
     */
    public Group group(Caller caller, UUID tenant, UUID id, UUID event) {
        return transactions.write(() -> {
            var row = require(tenant, id, event);
            if (!row.type().equals("group.updated")) {
                throw notToBeTakenBack(row);
            }
            var group = groups.require(tenant, id);
            var before = unchangedSince(row, GroupFacts.of(group));
            var change = new GroupChange();
            before.forEach((name, value) -> set(change, name, value));
            return groups.change(caller, tenant, id, change, group.version());
        });
    }

    private void change(Caller caller, User user, AuditRecord row) {
        var facts = UserFacts.of(user);
        facts.putAll(users.links(user));
        var before = unchangedSince(row, facts);
        var change = new UserChange();
        before.forEach((name, value) -> set(change, name, value));
        users.change(caller, user.tenantId(), user.id(), change, user.version());
    }

    private AuditRecord require(UUID tenant, UUID subject, UUID event) {
        return trail.byId(tenant, event)
                .filter(row -> row.subjectId().equals(subject))
                .orElseThrow(() -> Refusal.invalid("event", "is not about this one"));
    }

    private static Refusal notToBeTakenBack(AuditRecord row) {
        return Refusal.invalid("event", "'" + row.type() + "' cannot be taken back");
    }

    /** What the members were before, when each is still what the event made it. */
    private static Map<String, @Nullable Object> unchangedSince(AuditRecord row, Map<String, @Nullable Object> facts) {
        if (row.valuesErased()) {
            throw notToBeTakenBack(row);
        }
        var present = HistoryService.plain(facts);
        var after = JsonConverter.read(row.after());
        after.forEach((name, value) -> {
            if (!Objects.equals(unset(value), unset(present.get(name)))) {
                throw new Refusal(Reason.VERSION_STALE, name, "'" + name + "' was changed again since");
            }
        });
        var before = new LinkedHashMap<String, @Nullable Object>();
        var was = JsonConverter.read(row.before());
        after.keySet().forEach(name -> before.put(name, was.get(name)));
        return before;
    }

    /** A flag that is not set is not mentioned, and so is a value that is not there. */
    private static @Nullable Object unset(@Nullable Object value) {
        return Boolean.FALSE.equals(value) ? null : value;
    }

    private static UUID named(AuditRecord row, String member) {
        return UUID.fromString(String.valueOf(JsonConverter.read(row.after()).get(member)));
    }

    private static void set(UserChange change, String name, @Nullable Object value) {
        switch (name) {
            case "username" -> change.username(text(value));
            case "email" -> change.email(text(value));
            case "givenName" -> change.givenName(text(value));
            case "middleName" -> change.middleName(text(value));
            case "familyName" -> change.familyName(text(value));
            case "displayName" -> change.displayName(text(value));
            case "phone" -> change.phone(text(value));
            case "locale" -> change.locale(text(value));
            case "externalId" -> change.externalId(text(value));
            case "status" -> change.status(text(value).map(UserStatus::valueOf));
            case "emailVerified" -> change.emailVerified(flag(value));
            case "accountLocked" -> change.accountLocked(flag(value));
            case "accountExpired" -> change.accountExpired(flag(value));
            case "credentialsExpired" -> change.credentialsExpired(flag(value));
            case "mfa" -> change.mfa(flag(value));
            case "resetPassword" -> change.resetPassword(flag(value));
            case "resetSecondFactor" -> change.resetSecondFactor(flag(value));
            case "profile" -> change.profile(Field.of(map(value)));
            case "customData" -> change.customData(Field.of(map(value)));
            case "extras" -> change.extras(Field.of(map(value)));
            case "groups" -> change.groups(Field.of(ids(value)));
            case "hasPassword", "passwordChangedAt" ->
                throw Refusal.invalid("event", "a password cannot be brought back, since none is kept");
            default -> throw Refusal.invalid("event", "'" + name + "' cannot be set back by this");
        }
    }

    private static void set(GroupChange change, String name, @Nullable Object value) {
        switch (name) {
            case "code" -> change.code(text(value));
            case "name" -> change.name(text(value));
            case "description" -> change.description(text(value));
            case "status" -> change.status(text(value).map(GroupStatus::valueOf));
            case "permissions" -> change.permissions(Field.of(new LinkedHashSet<>(texts(value))));
            case "customData" -> change.customData(Field.of(map(value)));
            case "extras" -> change.extras(Field.of(map(value)));
            default -> throw Refusal.invalid("event", "'" + name + "' cannot be set back by this");
        }
    }

    private static Field<String> text(@Nullable Object value) {
        return Field.of(value == null ? null : String.valueOf(value));
    }

    private static Field<Boolean> flag(@Nullable Object value) {
        return Field.of(Boolean.TRUE.equals(value));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    private static Collection<String> texts(@Nullable Object value) {
        return value instanceof Collection<?> all
                ? all.stream().map(String::valueOf).toList()
                : Set.of();
    }

    private static Set<UUID> ids(@Nullable Object value) {
        var ids = new LinkedHashSet<UUID>();
        texts(value).forEach(id -> ids.add(UUID.fromString(id)));
        return ids;
    }
}

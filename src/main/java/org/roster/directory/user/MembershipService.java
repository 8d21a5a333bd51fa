package org.roster.directory.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.directory.Checks;
import org.roster.directory.application.ApplicationService;
import org.roster.directory.group.GroupService;
import org.roster.event.Changes;
import org.roster.event.Facts;
import org.roster.persistence.Transactions;
import org.roster.persistence.Violations;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/**
 * Who is in which group and assigned to which application. A caller may only give, and only take, a group whose
 * permissions it holds (R10). Doing again what is done already changes nothing and leaves no event.
 */
@ApplicationScoped
public class MembershipService {

    @Inject
    UserRepository users;

    @Inject
    UserService userService;

    @Inject
    GroupService groups;

    @Inject
    ApplicationService applications;

    @Inject
    Transactions transactions;

    @Inject
    Changes changes;

    @Inject
    Clock clock;

    /**
     * Puts a user into a group.
     *
     * @return whether the user was not in it before
     * @throws Refusal {@link Reason#GROUP_UNKNOWN}, {@link Reason#USER_UNKNOWN}, {@link Reason#RIGHTS_EXCEEDED}
     */
    public boolean join(Caller caller, UUID tenant, UUID groupId, UUID userId) {
        return once(() -> {
            var group = groups.require(tenant, groupId);
            var user = userService.require(tenant, userId);
            Checks.outranks(caller, group.permissions(), "the group");
            if (users.isMember(groupId, userId)) {
                return false;
            }
            users.add(new Membership(tenant, groupId, userId, clock.instant()));
            users.flush();
            changes.happened(caller, tenant, "user.joined", "user", user.id(), group(groupId, group.code()));
            return true;
        });
    }

    /**
     * Takes a user out of a group.
     *
     * @return whether the user was in it
     * @throws Refusal {@link Reason#GROUP_UNKNOWN}, {@link Reason#USER_UNKNOWN}, {@link Reason#RIGHTS_EXCEEDED}
     */
    public boolean leave(Caller caller, UUID tenant, UUID groupId, UUID userId) {
        return once(() -> {
            var group = groups.require(tenant, groupId);
            var user = userService.require(tenant, userId);
            Checks.outranks(caller, group.permissions(), "the group");
            if (users.removeMembership(tenant, groupId, userId) == 0) {
                return false;
            }
            changes.happened(caller, tenant, "user.left", "user", user.id(), group(groupId, group.code()));
            return true;
        });
    }

    /**
     * Makes these users of the tenant the members of a group, in place of those whom it has. Guests stay as they are.
     *
     * @throws Refusal {@link Reason#GROUP_UNKNOWN}, {@link Reason#USER_UNKNOWN}, {@link Reason#RIGHTS_EXCEEDED}
     */
    public void settle(Caller caller, UUID tenant, UUID groupId, Set<UUID> members) {
        transactions.run(() -> {
            var present = new HashSet<>(users.membersOf(tenant, groupId));
            var group = groups.require(tenant, groupId);
            Checks.outranks(caller, group.permissions(), "the group");
            for (UUID user : members) {
                if (!present.remove(user)) {
                    join(caller, tenant, groupId, user);
                }
            }
            present.forEach(user -> leave(caller, tenant, groupId, user));
        });
    }

    /**
     * Assigns a user to an application.
     *
     * @return whether the user was not assigned before
     * @throws Refusal {@link Reason#APPLICATION_UNKNOWN}, {@link Reason#USER_UNKNOWN}
     */
    public boolean assign(Caller caller, UUID tenant, UUID applicationId, UUID userId) {
        return once(() -> {
            applications.require(tenant, applicationId);
            userService.require(tenant, userId);
            if (users.isAssigned(applicationId, userId)) {
                return false;
            }
            users.add(new Assignment(tenant, applicationId, userId, clock.instant()));
            users.flush();
            changes.happened(caller, tenant, "user.assigned", "user", userId, application(applicationId));
            return true;
        });
    }

    /**
     * Ends a user's assignment to an application.
     *
     * @return whether the user was assigned
     * @throws Refusal {@link Reason#APPLICATION_UNKNOWN}, {@link Reason#USER_UNKNOWN}
     */
    public boolean unassign(Caller caller, UUID tenant, UUID applicationId, UUID userId) {
        return once(() -> {
            applications.require(tenant, applicationId);
            userService.require(tenant, userId);
            if (users.removeAssignment(tenant, applicationId, userId) == 0) {
                return false;
            }
            changes.happened(caller, tenant, "user.unassigned", "user", userId, application(applicationId));
            return true;
        });
    }

    /**
     * Ends a user's assignment to an application, but for the only one that it has: that stays, also when two requests
     * end one each at the same instant.
     *
     * @return false when it is the user's only one, or the user has only another; nothing was changed then
     * @throws Refusal {@link Reason#APPLICATION_UNKNOWN}, {@link Reason#USER_UNKNOWN}
     */
    public boolean unassignButLast(Caller caller, UUID tenant, UUID applicationId, UUID userId) {
        return transactions.write(() -> {
            var user = users.locked(tenant, userId).orElseThrow(UserService::unknown);
            applications.require(tenant, applicationId);
            if (users.assignments(tenant, userId) == 1) {
                return false;
            }
            if (users.removeAssignment(tenant, applicationId, userId) > 0) {
                changes.happened(caller, tenant, "user.unassigned", "user", user.id(), application(applicationId));
            }
            return true;
        });
    }

    /** The same wish of another request may be fulfilled in between; then this one had nothing to do. */
    private boolean once(BooleanSupplier work) {
        try {
            return transactions.write(work::getAsBoolean);
        } catch (RuntimeException e) {
            if (Violations.unique(e)) {
                return false;
            }
            throw e;
        }
    }

    private static Map<String, @Nullable Object> group(UUID id, String code) {
        return Facts.of("group", id).and("code", code).map();
    }

    private static Map<String, @Nullable Object> application(UUID id) {
        return Facts.of("application", id).map();
    }
}

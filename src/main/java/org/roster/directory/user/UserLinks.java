package org.roster.directory.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.directory.Checks;
import org.roster.directory.application.Application;
import org.roster.directory.application.ApplicationService;
import org.roster.directory.group.Group;
import org.roster.directory.group.GroupService;

/** The groups and applications of a user as part of a larger change, inside its transaction. */
@ApplicationScoped
class UserLinks {

    @Inject
    UserRepository users;

    @Inject
    GroupService groups;

    @Inject
    ApplicationService applications;

    @Inject
    Clock clock;

    /** What the user is in now, for the audit trail. */
    Map<String, @Nullable Object> facts(User user) {
        var facts = new LinkedHashMap<String, @Nullable Object>();
        facts.put("groups", ids(groupsOf(user).stream().map(Group::id).toList()));
        facts.put(
                "applications",
                ids(applicationsOf(user).stream().map(Application::id).toList()));
        return facts;
    }

    /** Joins, leaves and assigns as the change says; only groups whose rights the caller holds are given or taken. */
    void change(Caller caller, User user, UserChange change) {
        var present = new HashSet<UUID>();
        groupsOf(user).forEach(group -> present.add(group.id()));
        if (change.groups.given()) {
            var wanted = change.groups.orElse(Set.of());
            var surplus = new HashSet<>(present);
            surplus.removeAll(wanted);
            leave(caller, user, surplus);
            join(caller, user, wanted, present);
        }
        join(caller, user, change.moreGroups, present);
        assign(user, change.moreApplications);
    }

    private void join(Caller caller, User user, Set<UUID> wanted, Set<UUID> present) {
        for (Group group : groups.requireAll(user.tenantId(), wanted)) {
            if (present.add(group.id())) {
                Checks.outranks(caller, group.permissions(), "the group '" + group.code() + "'");
                users.add(new Membership(user.tenantId(), group.id(), user.id(), clock.instant()));
            }
        }
    }

    private void leave(Caller caller, User user, Set<UUID> surplus) {
        for (Group group : groups.requireAll(user.tenantId(), surplus)) {
            Checks.outranks(caller, group.permissions(), "the group '" + group.code() + "'");
            users.removeMembership(user.tenantId(), group.id(), user.id());
        }
    }

    private void assign(User user, Set<UUID> wanted) {
        var present = applicationsOf(user).stream().map(Application::id).toList();
        for (Application application : applications.requireAll(user.tenantId(), wanted)) {
            if (!present.contains(application.id())) {
                users.add(new Assignment(user.tenantId(), application.id(), user.id(), clock.instant()));
            }
        }
    }

    private List<Group> groupsOf(User user) {
        return groups.ofUsers(user.tenantId(), Set.of(user.id())).getOrDefault(user.id(), List.of());
    }

    private List<Application> applicationsOf(User user) {
        return applications.ofUsers(user.tenantId(), Set.of(user.id())).getOrDefault(user.id(), List.of());
    }

    private static List<String> ids(List<UUID> ids) {
        return ids.stream().map(UUID::toString).sorted().toList();
    }
}

package org.roster.contract.amani.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.roster.contract.amani.group.AmaniGroup;
import org.roster.directory.group.Group;
import org.roster.directory.group.GroupService;
import org.roster.directory.group.GroupStatus;
import org.roster.directory.permission.PermissionService;
import org.roster.directory.user.User;

/** Users as the contract shows them, with what belongs to all of them asked for at once. */
@ApplicationScoped
public class AmaniUsers {

    @Inject
    GroupService groups;

    @Inject
    PermissionService permissions;

    public AmaniUser show(User user) {
        return show(user.tenantId(), List.of(user)).get(0);
    }

    /** @param tenant the tenant that all of them are of */
    List<AmaniUser> show(UUID tenant, Collection<User> users) {
        var joined = groups.ofUsers(tenant, users.stream().map(User::id).toList());
        var inactive = permissions.inactive(tenant);
        return users.stream()
                .map(user -> show(user, joined.getOrDefault(user.id(), List.of()), inactive))
                .toList();
    }

    private static AmaniUser show(User user, List<Group> groups, Set<String> inactive) {
        var held = new TreeSet<String>();
        groups.stream()
                .filter(group -> group.status() == GroupStatus.ACTIVE)
                .forEach(group -> held.addAll(group.permissions()));
        held.removeAll(inactive);
        return AmaniUser.of(user, groups.stream().map(AmaniGroup::of).toList(), List.copyOf(held));
    }
}

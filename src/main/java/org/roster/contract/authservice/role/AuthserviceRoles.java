package org.roster.contract.authservice.role;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.roster.directory.group.Group;
import org.roster.directory.group.GroupService;
import org.roster.directory.permission.PermissionService;
import org.roster.directory.permission.PermissionView;

/** Shows groups as roles, however many of them with two queries. */
@ApplicationScoped
public class AuthserviceRoles {

    @Inject
    GroupService groups;

    @Inject
    PermissionService permissions;

    /** The roles of users; one without any is not among the keys. */
    public Map<UUID, List<AuthserviceRole>> ofUsers(UUID tenant, Collection<UUID> users) {
        var ofUsers = groups.ofUsers(tenant, users);
        var described = described(
                tenant, ofUsers.values().stream().flatMap(List::stream).toList());
        var roles = new LinkedHashMap<UUID, List<AuthserviceRole>>();
        ofUsers.forEach((user, theirs) -> roles.put(
                user,
                theirs.stream()
                        .map(group -> AuthserviceRole.of(group, described))
                        .toList()));
        return roles;
    }

    List<AuthserviceRole> of(UUID tenant, List<Group> found) {
        var described = described(tenant, found);
        return found.stream().map(group -> AuthserviceRole.of(group, described)).toList();
    }

    AuthserviceRole of(Group group) {
        return of(group.tenantId(), List.of(group)).get(0);
    }

    private Map<String, PermissionView> described(UUID tenant, List<Group> found) {
        var names = new TreeSet<String>();
        found.forEach(group -> names.addAll(group.permissions()));
        return permissions.describe(tenant, names);
    }
}

package org.roster.contract.authservice.role;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.constraint.Names;
import org.roster.directory.group.Group;
import org.roster.directory.group.GroupFilter;
import org.roster.directory.group.GroupService;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/**
 * Keeps the names of roles unique, which those of groups need not be. What the database decides on is a group's code, and that is
 * made from the name; a code that a group of another name has already is followed by a second one, made from the name as well.
 */
@ApplicationScoped
class RoleNames {

    @Inject
    GroupService groups;

    /** @throws Refusal {@link Reason#GROUP_CODE_TAKEN} when a role has this name, in any letter case */
    Group add(Caller caller, AuthserviceNewRole role) {
        checkFree(caller.tenant(), role.name(), null);
        try {
            return groups.add(caller, role.toNewGroup(caller.tenant(), null));
        } catch (Refusal refusal) {
            if (refusal.reason() != Reason.GROUP_CODE_TAKEN) {
                throw refusal;
            }
        }
        checkFree(caller.tenant(), role.name(), null);
        return groups.add(caller, role.toNewGroup(caller.tenant(), secondCode(role.name())));
    }

    /** @throws Refusal {@link Reason#GROUP_CODE_TAKEN} when a role but this one has the name */
    void checkFree(UUID tenant, String name, @Nullable UUID self) {
        var named = new GroupFilter(null, name, null, null, null);
        boolean taken = groups.slice(tenant, named, 0, 2).stream()
                .anyMatch(group -> !group.id().equals(self));
        if (taken) {
            throw new Refusal(Reason.GROUP_CODE_TAKEN, "name", "another role has this name");
        }
    }

    private static String secondCode(String name) {
        var key = UUID.nameUUIDFromBytes(Names.fold(name).getBytes(StandardCharsets.UTF_8));
        return "role-" + key;
    }
}

package org.roster.contract.urac.group;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.roster.constraint.Names;
import org.roster.directory.group.Group;
import org.roster.directory.group.GroupService;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/** Groups as requests name them: by their codes. */
@ApplicationScoped
public class Codes {

    @Inject
    GroupService groups;

    /**
     * The groups of a tenant with these codes.
     *
     * @throws Refusal {@link Reason#GROUP_UNKNOWN} when one of them is missing
     */
    public List<Group> groups(UUID tenant, Collection<String> codes) {
        var found = groups.byCodes(tenant, codes);
        var wanted = codes.stream().map(Names::fold).collect(Collectors.toCollection(HashSet::new));
        if (found.size() != wanted.size()) {
            throw new Refusal(Reason.GROUP_UNKNOWN, "groups", "there is no group with one of these codes");
        }
        return found;
    }

    /** Their ids. */
    public Set<UUID> ids(UUID tenant, Collection<String> codes) {
        return groups(tenant, codes).stream().map(Group::id).collect(Collectors.toSet());
    }
}

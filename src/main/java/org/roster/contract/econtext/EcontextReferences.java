package org.roster.contract.econtext;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.roster.directory.application.Application;
import org.roster.directory.application.ApplicationService;
import org.roster.directory.group.Group;
import org.roster.directory.group.GroupService;
import org.roster.directory.user.User;
import org.roster.directory.user.UserService;
import org.roster.persistence.Stored;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;
import org.roster.system.Ids;

/** What requests refer to by id. What is behind another tenant's wall is not found, like what does not exist. */
@ApplicationScoped
public class EcontextReferences {

    @Inject
    UserService users;

    @Inject
    ApplicationService applications;

    @Inject
    GroupService groups;

    /** The user of an address. */
    public User user(UUID tenant, String id) {
        return users.require(tenant, parse(id, Reason.USER_UNKNOWN));
    }

    /** The application of an address. */
    public Application application(UUID tenant, String id) {
        return applications.require(tenant, parse(id, Reason.APPLICATION_UNKNOWN));
    }

    /** The group of an address. */
    public Group group(UUID tenant, String id) {
        return groups.require(tenant, parse(id, Reason.GROUP_UNKNOWN));
    }

    /** The application that a body names in its member {@code application}. */
    public Application namedApplication(UUID tenant, String id) {
        return all("application", List.of(id), ids -> applications.byIds(tenant, ids), "application")
                .get(0);
    }

    /** The applications of a body's list {@code applications}. */
    public Set<UUID> applications(UUID tenant, EcontextBody body) {
        var ids = body.ids("applications", "Expecting a list of application ids");
        return idsOf(all("applications", ids, found -> applications.byIds(tenant, found), "application"));
    }

    /** The groups of a body's list {@code groups}. */
    public List<Group> groups(UUID tenant, EcontextBody body) {
        var ids = body.ids("groups", "Expecting a list of group ids");
        return all("groups", ids, found -> groups.byIds(tenant, found), "group");
    }

    /** Refuses groups of applications that the user is not a member of; a group of none is for everybody. */
    public static void demandMember(Collection<Group> groups, Set<UUID> applications, String parameter) {
        for (Group group : groups) {
            var application = group.applicationId();
            if (application != null && !applications.contains(application)) {
                throw EcontextRefusal.invalid(
                        parameter, "User is not a member the application " + application + " specified by this group");
            }
        }
    }

    /** The applications that a user is assigned to. */
    public Set<UUID> applicationsOf(User user) {
        return idsOf(applications.ofUsers(user.tenantId(), List.of(user.id())).getOrDefault(user.id(), List.of()));
    }

    public static Set<UUID> idsOf(Collection<? extends Stored> all) {
        return all.stream().map(Stored::id).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** All of them, or the first that is not there, as the original names it. */
    private static <T extends Stored> List<T> all(
            String parameter, List<String> ids, Function<Set<UUID>, List<T>> read, String what) {
        var wanted = new LinkedHashMap<String, UUID>();
        ids.forEach(id -> wanted.put(id, Ids.parse(id).orElseThrow(() -> notFound(parameter, what, id))));
        if (wanted.isEmpty()) {
            return List.of();
        }
        Map<UUID, T> found = read.apply(new LinkedHashSet<>(wanted.values())).stream()
                .collect(Collectors.toMap(Stored::id, Function.identity()));
        wanted.forEach((text, id) -> {
            if (!found.containsKey(id)) {
                throw notFound(parameter, what, text);
            }
        });
        return wanted.values().stream()
                .distinct()
                .map(found::get)
                .map(Objects::requireNonNull)
                .toList();
    }

    private static RuntimeException notFound(String parameter, String what, String id) {
        return EcontextRefusal.invalid(parameter, "Couldn't find " + what + " " + id);
    }

    private static UUID parse(String id, Reason unknown) {
        return Ids.parse(id).orElseThrow(() -> new Refusal(unknown, "id", "there is nothing with this id"));
    }
}

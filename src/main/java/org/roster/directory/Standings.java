package org.roster.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.roster.caller.Scopes;
import org.roster.directory.application.Application;
import org.roster.directory.group.GroupStatus;
import org.roster.directory.permission.PermissionService;
import org.roster.directory.tenant.TenantService;
import org.roster.directory.user.User;
import org.roster.event.Change;
import org.roster.persistence.Remembered;
import org.roster.persistence.Transactions;

/**
 * What users and applications may do right now, for every request that carries a credential. It is remembered for two
 * seconds, so a right that is taken away is gone within that time on every node, and at once on the node that took it
 * (R11).
 */
@ApplicationScoped
public class Standings {

    private static final Duration FRESH = Duration.ofSeconds(2);

    private final Remembered<Place, Standing> users = new Remembered<>(100_000, FRESH);
    private final Remembered<UUID, Standing> applications = new Remembered<>(100_000, FRESH);

    @PersistenceContext
    EntityManager em;

    @Inject
    Transactions transactions;

    @Inject
    TenantService tenants;

    @Inject
    PermissionService catalogue;

    /** A user in a tenant, which is its own or one that it is a guest of. */
    private record Place(UUID tenant, UUID user) {}

    /** The standing of a user in a tenant; up to two seconds old. */
    public Standing ofUser(UUID tenant, UUID user) {
        var place = new Place(tenant, user);
        return transactions.pending() ? readUser(place) : users.get(place, this::readUser);
    }

    /** The standing of an application; up to two seconds old. */
    public Standing ofApplication(UUID application) {
        return transactions.pending()
                ? readApplication(application)
                : applications.get(application, this::readApplication);
    }

    /**
     * The permissions that a user has by its active groups of a tenant, as they stand in the rows, but for those that
     * give nothing.
     */
    public Set<String> permissions(UUID tenant, UUID user) {
        var permissions = new LinkedHashSet<String>();
        em.createQuery(
                        "select g.permissions from Membership m, UserGroup g where m.userId = :user"
                                + " and g.id = m.groupId and g.tenantId = :tenant and g.status = :status",
                        String.class)
                .setParameter("user", user)
                .setParameter("tenant", tenant)
                .setParameter("status", GroupStatus.ACTIVE)
                .getResultList()
                .forEach(list -> permissions.addAll(Scopes.split(list)));
        permissions.removeAll(catalogue.inactive(tenant));
        return permissions;
    }

    /**
     * Those that it would have if all of its groups, of whatever tenant, and all permissions were active: who touches the
     * user must reckon with them.
     */
    public Set<String> possiblePermissions(UUID user) {
        var permissions = new LinkedHashSet<String>();
        em.createQuery(
                        "select g.permissions from Membership m, UserGroup g where m.userId = :user and g.id = m.groupId",
                        String.class)
                .setParameter("user", user)
                .getResultList()
                .forEach(list -> permissions.addAll(Scopes.split(list)));
        return permissions;
    }

    /** The same for the groups of one tenant: what a guest could do there, whatever it may do at home. */
    public Set<String> possiblePermissions(UUID tenant, UUID user) {
        var permissions = new LinkedHashSet<String>();
        em.createQuery(
                        "select g.permissions from Membership m, UserGroup g where m.userId = :user"
                                + " and g.id = m.groupId and g.tenantId = :tenant",
                        String.class)
                .setParameter("user", user)
                .setParameter("tenant", tenant)
                .getResultList()
                .forEach(list -> permissions.addAll(Scopes.split(list)));
        return permissions;
    }

    private Standing readUser(Place place) {
        var user = em.find(User.class, place.user());
        return user == null
                        || !user.mayAct()
                        || !tenants.active(place.tenant())
                        || !tenants.active(user.tenantId())
                        || !admitted(user, place.tenant())
                ? Standing.NONE
                : new Standing(true, permissions(place.tenant(), user.id()), user.sessionsEndedAt());
    }

    /** Whether a user has any business in a tenant: it is at home there, or a guest. */
    private boolean admitted(User user, UUID tenant) {
        return user.tenantId().equals(tenant)
                || em.createQuery(
                                        "select count(g) from Guest g where g.tenantId = :tenant and g.userId = :user",
                                        Long.class)
                                .setParameter("tenant", tenant)
                                .setParameter("user", user.id())
                                .getSingleResult()
                        > 0;
    }

    private Standing readApplication(UUID id) {
        var application = em.find(Application.class, id);
        return application == null || !application.active() || !tenants.active(application.tenantId())
                ? Standing.NONE
                : new Standing(true, application.scopes(), null);
    }

    void onChange(@Observes Change change) {
        if (change.access()) {
            return;
        }
        switch (change.subjectType()) {
            case "user" -> {
                if (!change.type().equals("user.created")) { // whom nobody has asked for yet
                    transactions.afterCommit(
                            () -> users.forgetIf(place -> place.user().equals(change.subject())));
                }
            }
            case "application" -> transactions.afterCommit(() -> applications.forget(change.subject()));
            case "group", "tenant", "permission" ->
                transactions.afterCommit(() -> {
                    users.forgetAll();
                    applications.forgetAll();
                });
            default -> {
                // Nothing else changes what users and applications may do.
            }
        }
    }
}

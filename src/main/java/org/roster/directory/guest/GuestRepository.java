package org.roster.directory.guest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.roster.directory.user.Membership;
import org.roster.directory.user.User;

/** Finds and keeps guests with their memberships; every query takes the tenant first. */
@ApplicationScoped
class GuestRepository {

    @PersistenceContext
    EntityManager em;

    Optional<Guest> of(UUID tenant, UUID user) {
        return Optional.ofNullable(em.find(Guest.class, new Guest.Key(tenant, user)));
    }

    /** A user by its id alone: whether the caller may know of it is the service's to say. */
    Optional<User> user(UUID id) {
        return Optional.ofNullable(em.find(User.class, id));
    }

    List<User> guests(UUID tenant, int offset, int limit) {
        return em.createQuery(
                        "select u from Guest g, User u where g.tenantId = :tenant and u.id = g.userId order by u.id",
                        User.class)
                .setParameter("tenant", tenant)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList();
    }

    long count(UUID tenant) {
        return em.createQuery("select count(g) from Guest g where g.tenantId = :tenant", Long.class)
                .setParameter("tenant", tenant)
                .getSingleResult();
    }

    /** The guests of the tenant who sign in with this name. */
    List<User> named(UUID tenant, String nameKey) {
        return em.createQuery(
                        "select u from Guest g, LoginName l, User u where g.tenantId = :tenant and l.nameKey = :name"
                                + " and l.user = u and g.userId = u.id",
                        User.class)
                .setParameter("tenant", tenant)
                .setParameter("name", nameKey)
                .getResultList();
    }

    /** Whether somebody at home in the tenant signs in with this name. */
    boolean taken(UUID tenant, String nameKey) {
        return !em.createQuery(
                        "select l.nameKey from LoginName l where l.tenantId = :tenant and l.nameKey = :name",
                        String.class)
                .setParameter("tenant", tenant)
                .setParameter("name", nameKey)
                .getResultList()
                .isEmpty();
    }

    /** Pairs of a guest row and its tenant's code. */
    List<Object[]> tenantsOf(Collection<UUID> users) {
        return em.createQuery(
                        "select g, t.code from Guest g, Tenant t where g.userId in :users and t.id = g.tenantId"
                                + " order by g.createdAt, t.code",
                        Object[].class)
                .setParameter("users", new ArrayList<>(users))
                .getResultList();
    }

    /** Triples of user, tenant and group code, of groups outside the user's own tenant. */
    List<Object[]> groupsOf(Collection<UUID> users) {
        return em.createQuery(
                        "select m.userId, m.tenantId, g.code from Guest o, Membership m, UserGroup g"
                                + " where o.userId in :users and m.userId = o.userId and m.tenantId = o.tenantId"
                                + " and g.id = m.groupId order by g.code",
                        Object[].class)
                .setParameter("users", new ArrayList<>(users))
                .getResultList();
    }

    /** Triples of user, tenant and whether a pin is allowed. */
    List<Object[]> pinsOf(Collection<UUID> users) {
        return em.createQuery(
                        "select p.userId, p.tenantId, p.allowed from Pin p where p.userId in :users", Object[].class)
                .setParameter("users", new ArrayList<>(users))
                .getResultList();
    }

    void add(Guest guest) {
        em.persist(guest);
        em.flush();
    }

    void add(Membership membership) {
        em.persist(membership);
    }

    int removeMemberships(UUID tenant, UUID user) {
        return delete("Membership", tenant, user);
    }

    /** Removes the guest with its memberships, its pin and its tokens in the tenant. */
    void remove(Guest guest) {
        for (String rows : List.of("Membership", "Pin", "RefreshToken", "OneTimeToken")) {
            delete(rows, guest.tenantId(), guest.userId());
        }
        em.remove(guest);
        em.flush();
    }

    void flush() {
        em.flush();
    }

    private int delete(String rows, UUID tenant, UUID user) {
        return em.createQuery("delete from " + rows + " r where r.tenantId = :tenant and r.userId = :user")
                .setParameter("tenant", tenant)
                .setParameter("user", user)
                .executeUpdate();
    }
}

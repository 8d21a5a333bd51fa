package org.roster.directory.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.roster.constraint.Names;
import org.roster.system.Ids;

/** Finds and keeps users with their names; every query takes the tenant first. */
@ApplicationScoped
class UserRepository {

    @PersistenceContext
    EntityManager em;

    /** The user with this id, of whatever tenant. */
    Optional<User> byId(UUID id) {
        return Optional.ofNullable(em.find(User.class, id));
    }

    Optional<User> byId(UUID tenant, UUID id) {
        return Optional.ofNullable(em.find(User.class, id))
                .filter(user -> user.tenantId().equals(tenant));
    }

    List<User> byIds(UUID tenant, Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select u from User u where u.tenantId = :tenant and u.id in :ids order by u.id",
                                User.class)
                        .setParameter("tenant", tenant)
                        .setParameter("ids", new ArrayList<>(ids))
                        .getResultList();
    }

    /** Of two users with one alias, which only chance could make, neither is meant. */
    Optional<User> byObjectId(UUID tenant, String objectId) {
        return Ids.range(objectId)
                .map(range -> em.createQuery(
                                "select u from User u where u.tenantId = :tenant"
                                        + " and (u.id >= :first and u.id <= :last or u.objectId = :alias)",
                                User.class)
                        .setParameter("tenant", tenant)
                        .setParameter("first", range.get(0))
                        .setParameter("last", range.get(1))
                        .setParameter("alias", objectId.toLowerCase(Locale.ROOT))
                        .setMaxResults(2)
                        .getResultList())
                .filter(found -> found.size() == 1)
                .map(found -> found.get(0));
    }

    /** The user who signs in with this user name or e-mail address. */
    Optional<User> byLoginName(UUID tenant, String name) {
        return em.createQuery(
                        "select u from LoginName l, User u"
                                + " where l.tenantId = :tenant and l.nameKey = :name and l.user = u",
                        User.class)
                .setParameter("tenant", tenant)
                .setParameter("name", Names.fold(name))
                .getResultStream()
                .findFirst();
    }

    Optional<User> byUsername(UUID tenant, String username) {
        return byLoginName(tenant, username).filter(user -> user.usernameKey().equals(Names.fold(username)));
    }

    /** Whose this name is, if it is anybody's. */
    Optional<UUID> holder(UUID tenant, String nameKey) {
        return em.createQuery(
                        "select l.user.id from LoginName l where l.tenantId = :tenant and l.nameKey = :name",
                        UUID.class)
                .setParameter("tenant", tenant)
                .setParameter("name", nameKey)
                .getResultStream()
                .findFirst();
    }

    /** Adds a user with its names. They reach the database at the next flush, which tells whether a name is taken. */
    void add(User user) {
        em.persist(user);
        addNames(user);
    }

    void add(Membership membership) {
        em.persist(membership);
    }

    void add(Assignment assignment) {
        em.persist(assignment);
    }

    /** Gives up a user's names for those that it has now. */
    void renamed(User user) {
        deleteNames(user);
        addNames(user);
        em.flush();
    }

    void flush() {
        em.flush();
    }

    void remove(User user) {
        for (String rows : List.of("Membership", "Assignment", "ApiKey", "OneTimeToken", "RefreshToken")) {
            em.createQuery("delete from " + rows + " r where r.tenantId = :tenant and r.userId = :user")
                    .setParameter("tenant", user.tenantId())
                    .setParameter("user", user.id())
                    .executeUpdate();
        }
        deleteNames(user);
        em.remove(user);
        em.flush();
    }

    boolean isMember(UUID group, UUID user) {
        return em.find(Membership.class, new Membership.Key(group, user)) != null;
    }

    boolean isAssigned(UUID application, UUID user) {
        return em.find(Assignment.class, new Assignment.Key(application, user)) != null;
    }

    long assignments(UUID tenant, UUID user) {
        return em.createQuery(
                        "select count(a) from Assignment a where a.tenantId = :tenant and a.userId = :user", Long.class)
                .setParameter("tenant", tenant)
                .setParameter("user", user)
                .getSingleResult();
    }

    /** The user, whom no other transaction that asks for the same gets before this one has ended. */
    Optional<User> locked(UUID tenant, UUID id) {
        return em.createQuery("select u from User u where u.tenantId = :tenant and u.id = :id", User.class)
                .setParameter("tenant", tenant)
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    int removeMembership(UUID tenant, UUID group, UUID user) {
        return em.createQuery(
                        "delete from Membership m where m.tenantId = :tenant and m.groupId = :group and m.userId = :user")
                .setParameter("tenant", tenant)
                .setParameter("group", group)
                .setParameter("user", user)
                .executeUpdate();
    }

    int removeAssignment(UUID tenant, UUID application, UUID user) {
        return em.createQuery("delete from Assignment a"
                        + " where a.tenantId = :tenant and a.applicationId = :application and a.userId = :user")
                .setParameter("tenant", tenant)
                .setParameter("application", application)
                .setParameter("user", user)
                .executeUpdate();
    }

    /**
     * Notes a log-in, with a fresh hash if the old one was outdated, without touching the version. The old hash must
     * still be there: a password that was changed meanwhile is not undone. In SQL, since an update in the query language
     * counts up the version.
     */
    void loggedIn(UUID tenant, UUID user, Instant at, String oldHash, String newHash) {
        em.createNativeQuery("update user_account set last_login_at = ?1, password_hash = ?2"
                        + " where tenant_id = ?3 and id = ?4 and password_hash = ?5")
                .setParameter(1, LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .setParameter(2, newHash)
                .setParameter(3, tenant)
                .setParameter(4, user)
                .setParameter(5, oldHash)
                .executeUpdate();
    }

    private void addNames(User user) {
        boolean same = user.usernameKey().equals(user.emailKey());
        em.persist(new LoginName(user, user.usernameKey(), true, same));
        if (user.emailKey() != null && !same) {
            em.persist(new LoginName(user, user.emailKey(), false, true));
        }
    }

    private void deleteNames(User user) {
        em.createQuery("delete from LoginName l where l.tenantId = :tenant and l.user.id = :user")
                .setParameter("tenant", user.tenantId())
                .setParameter("user", user.id())
                .executeUpdate();
    }
}

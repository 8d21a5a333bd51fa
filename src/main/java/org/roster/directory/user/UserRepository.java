package org.roster.directory.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.roster.constraint.Names;
import org.roster.persistence.InstantConverter;
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

    /** The users with these aliases, in the order of their making; a hundred at a time, since each is a range of ids. */
    List<User> byObjectIds(UUID tenant, Collection<String> objectIds) {
        var found = new TreeMap<UUID, User>();
        var wanted = objectIds.stream()
                .filter(one -> Ids.range(one).isPresent())
                .map(one -> one.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        for (int from = 0; from < wanted.size(); from += 100) {
            var some = wanted.subList(from, Math.min(wanted.size(), from + 100));
            var query =
                    new StringBuilder("select u from User u where u.tenantId = :tenant and (u.objectId in :aliases");
            for (int i = 0; i < some.size(); i++) {
                query.append(" or u.id >= :first")
                        .append(i)
                        .append(" and u.id <= :last")
                        .append(i);
            }
            var asked = em.createQuery(query.append(')').toString(), User.class)
                    .setParameter("tenant", tenant)
                    .setParameter("aliases", some);
            for (int i = 0; i < some.size(); i++) {
                var range = Ids.range(some.get(i)).orElseThrow();
                asked.setParameter("first" + i, range.get(0)).setParameter("last" + i, range.get(1));
            }
            asked.getResultList().forEach(user -> found.put(user.id(), user));
        }
        return List.copyOf(found.values());
    }

    /** The same in all tenants, by the key alone. */
    Optional<User> byObjectId(String objectId) {
        return Ids.range(objectId)
                .map(range -> em.createQuery("select u from User u where u.id >= :first and u.id <= :last", User.class)
                        .setParameter("first", range.get(0))
                        .setParameter("last", range.get(1))
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

    boolean hasGuests(UUID tenant) {
        return !em.createQuery("select g.userId from Guest g where g.tenantId = :tenant", UUID.class)
                .setParameter("tenant", tenant)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** The guest of the tenant who signs in with this name; nobody if it is the name of several. */
    Optional<User> guestByLoginName(UUID tenant, String name) {
        var found = em.createQuery(
                        "select u from Guest g, LoginName l, User u where g.tenantId = :tenant and l.nameKey = :name"
                                + " and l.user = u and g.userId = u.id",
                        User.class)
                .setParameter("tenant", tenant)
                .setParameter("name", Names.fold(name))
                .setMaxResults(2)
                .getResultList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    Optional<User> byUsername(UUID tenant, String username) {
        return byLoginName(tenant, username).filter(user -> user.usernameKey().equals(Names.fold(username)));
    }

    List<User> byUsernames(UUID tenant, Collection<String> names) {
        return byLoginNames(tenant, names, "l.username = true");
    }

    List<User> byEmails(UUID tenant, Collection<String> addresses) {
        return byLoginNames(tenant, addresses, "l.email = true");
    }

    private List<User> byLoginNames(UUID tenant, Collection<String> names, String condition) {
        var keys = names.stream().map(Names::fold).distinct().toList();
        return keys.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select u from LoginName l, User u where l.tenantId = :tenant and l.nameKey in :names"
                                        + " and l.user = u and " + condition,
                                User.class)
                        .setParameter("tenant", tenant)
                        .setParameter("names", keys)
                        .getResultList();
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
        // In every tenant: a user may be a guest in others.
        for (String rows :
                List.of("Membership", "Assignment", "ApiKey", "OneTimeToken", "RefreshToken", "Pin", "Guest", "Mail")) {
            em.createQuery("delete from " + rows + " r where r.userId = :user")
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

    /** The users of a group who are at home in its tenant. */
    List<UUID> membersOf(UUID tenant, UUID group) {
        return em.createQuery(
                        "select m.userId from Membership m, User u"
                                + " where m.tenantId = :tenant and m.groupId = :group and u.id = m.userId"
                                + " and u.tenantId = :tenant",
                        UUID.class)
                .setParameter("tenant", tenant)
                .setParameter("group", group)
                .getResultList();
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
                .setParameter(1, InstantConverter.utc(at))
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

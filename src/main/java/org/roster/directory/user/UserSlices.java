package org.roster.directory.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.constraint.Names;
import org.roster.directory.query.PageReader;

/**
 * Users by how many come before them, and how many there are. Only contracts whose published form counts ask this; what
 * pages by cursor is {@link UserSearch}'s.
 */
@ApplicationScoped
class UserSlices {

    @PersistenceContext
    EntityManager em;

    @Inject
    PageReader reader;

    List<User> slice(UUID tenant, UserFilter filter, UserSort sort, int offset, int limit) {
        return reader.slice(
                limit,
                User::weight,
                (last, most) -> last == null
                        ? run(tenant, filter, sort, "", Map.of())
                                .setFirstResult(offset)
                                .setMaxResults(most)
                                .getResultList()
                        : behind(tenant, filter, sort, last).setMaxResults(most).getResultList());
    }

    /** The users that come after one in an order; users without the key come before all others. */
    private TypedQuery<User> behind(UUID tenant, UserFilter filter, UserSort sort, User last) {
        var key = key(sort);
        var beyond = sort.descending() ? '<' : '>';
        var value = keyOf(last, sort);
        var position = new LinkedHashMap<String, Object>();
        position.put("lastId", last.id());
        if (key.isEmpty()) {
            return run(tenant, filter, sort, " and u.id " + beyond + " :lastId", position);
        }
        if (value == null) {
            var others = sort.descending() ? "" : key + " is not null or ";
            var where = " and (" + others + key + " is null and u.id " + beyond + " :lastId)";
            return run(tenant, filter, sort, where, position);
        }
        position.put("lastKey", value);
        var without = sort.descending() ? " or " + key + " is null" : "";
        var where = " and (%1$s %2$c :lastKey or %1$s = :lastKey and u.id %2$c :lastId%3$s)";
        return run(tenant, filter, sort, where.formatted(key, beyond, without), position);
    }

    private TypedQuery<User> run(
            UUID tenant, UserFilter filter, UserSort sort, String position, Map<String, Object> positions) {
        var parameters = new LinkedHashMap<>(positions);
        var query = em.createQuery("select u" + from(filter, parameters) + position + order(sort), User.class);
        query.setParameter("tenant", tenant);
        parameters.forEach(query::setParameter);
        return query;
    }

    long count(UUID tenant, UserFilter filter) {
        var parameters = new LinkedHashMap<String, Object>();
        var query = em.createQuery("select count(u)" + from(filter, parameters), Long.class);
        query.setParameter("tenant", tenant);
        parameters.forEach(query::setParameter);
        return query.getSingleResult();
    }

    private static String from(UserFilter filter, Map<String, Object> parameters) {
        var from = new StringBuilder(" from User u where u.tenantId = :tenant");
        if (filter.username() != null) {
            from.append(" and u.usernameKey = :username");
            parameters.put("username", Names.fold(filter.username()));
        }
        if (filter.email() != null) {
            from.append(" and u.emailKey = :email");
            parameters.put("email", Names.fold(filter.email()));
        }
        return from.append(UserConditions.of(filter, parameters)).toString();
    }

    private static String order(UserSort sort) {
        var descending = sort.descending() ? " desc" : "";
        var key = key(sort);
        return " order by " + (key.isEmpty() ? "" : key + descending + ", ") + "u.id" + descending;
    }

    private static String key(UserSort sort) {
        return switch (sort) {
            case CREATED, CREATED_DESCENDING -> "";
            case USERNAME, USERNAME_DESCENDING -> "u.usernameKey";
            case EMAIL, EMAIL_DESCENDING -> "u.emailKey";
            case GIVEN_NAME, GIVEN_NAME_DESCENDING -> "u.givenNameKey";
            case FAMILY_NAME, FAMILY_NAME_DESCENDING -> "u.familyNameKey";
        };
    }

    private static @Nullable String keyOf(User user, UserSort sort) {
        return switch (sort) {
            case CREATED, CREATED_DESCENDING -> null;
            case USERNAME, USERNAME_DESCENDING -> user.usernameKey();
            case EMAIL, EMAIL_DESCENDING -> user.emailKey();
            case GIVEN_NAME, GIVEN_NAME_DESCENDING -> user.givenNameKey();
            case FAMILY_NAME, FAMILY_NAME_DESCENDING -> user.familyNameKey();
        };
    }
}

package org.roster.directory.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
        var parameters = new LinkedHashMap<String, Object>();
        var query = em.createQuery("select u" + from(filter, parameters) + order(sort), User.class);
        query.setParameter("tenant", tenant);
        parameters.forEach(query::setParameter);
        return reader.slice(offset, limit, User::weight, (from, most) -> query.setFirstResult(from)
                .setMaxResults(most)
                .getResultList());
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
        var key =
                switch (sort) {
                    case CREATED, CREATED_DESCENDING -> "";
                    case USERNAME, USERNAME_DESCENDING -> "u.usernameKey" + descending + ", ";
                    case EMAIL, EMAIL_DESCENDING -> "u.emailKey" + descending + ", ";
                    case GIVEN_NAME, GIVEN_NAME_DESCENDING -> "u.givenNameKey" + descending + ", ";
                    case FAMILY_NAME, FAMILY_NAME_DESCENDING -> "u.familyNameKey" + descending + ", ";
                };
        return " order by " + key + "u.id" + descending;
    }
}

package org.roster.directory.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.constraint.Names;
import org.roster.directory.query.Cursors;
import org.roster.directory.query.Page;
import org.roster.directory.query.PageReader;

/**
 * Lists and searches users, one page at a time. A page begins where the last one ended, by key and never by counting, so
 * that every page of every list costs the same.
 */
@ApplicationScoped
class UserSearch {

    /** The places that a prefix is looked for, one after another; each is a range of one index. */
    private enum Place {
        LOGIN_NAME,
        GIVEN_NAME,
        FAMILY_NAME
    }

    /** A user and where in its list it stands. */
    private record Found(User user, Place place, String key) {

        private List<String> position() {
            return List.of(place.name(), key, user.id().toString());
        }
    }

    @PersistenceContext
    EntityManager em;

    @Inject
    Cursors cursors;

    @Inject
    PageReader reader;

    Page<User> find(Caller caller, UUID tenant, UserFilter filter, UserSort sort, @Nullable String cursor, int limit) {
        var binding = "users " + tenant + ' ' + caller.id() + ' ' + filter + ' ' + sort;
        var position = cursor == null ? null : cursors.decode(binding, cursor);
        return reader.<Found>page(
                        limit,
                        found -> found.user().weight(),
                        (last, most) -> read(tenant, filter, sort, last == null ? position : last.position(), most),
                        last -> cursors.encode(binding, last.position().toArray(String[]::new)))
                .map(Found::user);
    }

    private List<Found> read(
            UUID tenant, UserFilter filter, UserSort sort, @Nullable List<String> position, int limit) {
        if (filter.username() != null || filter.email() != null) {
            return named(tenant, filter, position, limit);
        }
        return filter.prefix() == null
                ? sorted(tenant, filter, sort, position, limit)
                : matching(tenant, filter, filter.prefix(), position, limit);
    }

    /** The one user with this name, found by the unique key. */
    private List<Found> named(UUID tenant, UserFilter filter, @Nullable List<String> position, int limit) {
        var parameters = new LinkedHashMap<String, Object>();
        var condition = new StringBuilder("l.nameKey = :exact");
        if (filter.username() != null) {
            condition.append(" and l.username = true");
            parameters.put("exact", Names.fold(filter.username()));
        } else if (filter.email() != null) {
            condition.append(" and l.email = true");
            parameters.put("exact", Names.fold(filter.email()));
        }
        if (filter.username() != null && filter.email() != null) {
            condition.append(" and u.emailKey = :email");
            parameters.put("email", Names.fold(filter.email()));
        }
        return byLoginName(tenant, filter, condition.toString(), parameters, false, position, limit);
    }

    /** All users that match, in one of the orders. */
    private List<Found> sorted(
            UUID tenant, UserFilter filter, UserSort sort, @Nullable List<String> position, int limit) {
        return switch (sort) {
            case CREATED, CREATED_DESCENDING -> byId(tenant, filter, sort.descending(), position, limit);
            case USERNAME, USERNAME_DESCENDING ->
                byLoginName(tenant, filter, "l.username = true", Map.of(), sort.descending(), position, limit);
            case EMAIL, EMAIL_DESCENDING ->
                byLoginName(tenant, filter, "l.email = true", Map.of(), sort.descending(), position, limit);
            case GIVEN_NAME, GIVEN_NAME_DESCENDING ->
                byName(Place.GIVEN_NAME, tenant, filter, "1 = 1", Map.of(), sort.descending(), position, limit);
            case FAMILY_NAME, FAMILY_NAME_DESCENDING ->
                byName(Place.FAMILY_NAME, tenant, filter, "1 = 1", Map.of(), sort.descending(), position, limit);
        };
    }

    /**
     * Users of whom a name begins with the prefix: first by user name and e-mail address, then by given name, then by
     * family name. Whoever was found in an earlier place is left out of a later one.
     */
    private List<Found> matching(
            UUID tenant, UserFilter filter, String prefix, @Nullable List<String> position, int limit) {
        var from = Names.fold(prefix);
        if (from.isEmpty()) {
            return sorted(tenant, filter, UserSort.CREATED, position, limit);
        }
        Map<String, Object> range = Map.of("from", from, "until", following(from));
        var found = new ArrayList<Found>();
        var start = position == null ? Place.LOGIN_NAME : Place.valueOf(position.get(0));
        for (var place : Place.values()) {
            if (place.compareTo(start) >= 0 && found.size() < limit) {
                var here = place == start ? position : null;
                found.addAll(at(place, tenant, filter, range, here, limit - found.size()));
            }
        }
        return found;
    }

    private List<Found> at(
            Place place,
            UUID tenant,
            UserFilter filter,
            Map<String, Object> range,
            @Nullable List<String> position,
            int limit) {
        var notByUsername = "(u.usernameKey < :from or u.usernameKey >= :until)";
        var notByEmail = "(u.emailKey is null or u.emailKey < :from or u.emailKey >= :until)";
        var notByGivenName = "(u.givenNameKey < :from or u.givenNameKey >= :until)";
        return switch (place) {
            case LOGIN_NAME ->
                byLoginName(
                        tenant,
                        filter,
                        "l.nameKey >= :from and l.nameKey < :until and (l.username = true or " + notByUsername + ")",
                        range,
                        false,
                        position,
                        limit);
            case GIVEN_NAME ->
                byName(
                        place,
                        tenant,
                        filter,
                        "u.givenNameKey >= :from and u.givenNameKey < :until and " + notByUsername + " and "
                                + notByEmail,
                        range,
                        false,
                        position,
                        limit);
            case FAMILY_NAME ->
                byName(
                        place,
                        tenant,
                        filter,
                        "u.familyNameKey >= :from and u.familyNameKey < :until and " + notByUsername + " and "
                                + notByEmail + " and " + notByGivenName,
                        range,
                        false,
                        position,
                        limit);
        };
    }

    private List<Found> byId(
            UUID tenant, UserFilter filter, boolean descending, @Nullable List<String> position, int limit) {
        var parameters = new LinkedHashMap<String, Object>();
        var where = "u.tenantId = :tenant";
        if (position != null) {
            where += descending ? " and u.id < :last" : " and u.id > :last";
            parameters.put("last", UUID.fromString(position.get(2)));
        }
        var order = descending ? " order by u.id desc" : " order by u.id";
        return run(where, order, tenant, filter, parameters, limit).stream()
                .map(user -> new Found(user, Place.LOGIN_NAME, ""))
                .toList();
    }

    private List<Found> byLoginName(
            UUID tenant,
            UserFilter filter,
            String condition,
            Map<String, Object> given,
            boolean descending,
            @Nullable List<String> position,
            int limit) {
        var parameters = new LinkedHashMap<>(given);
        var where = "l.tenantId = :tenant and l.user = u and " + condition;
        if (position != null) {
            where += descending ? " and l.nameKey < :last" : " and l.nameKey > :last";
            parameters.put("last", position.get(1));
        }
        var order = " order by l.nameKey" + (descending ? " desc" : "");
        var query = em.createQuery(
                "select u, l.nameKey from LoginName l, User u where " + where + UserConditions.of(filter, parameters)
                        + order,
                Object[].class);
        query.setParameter("tenant", tenant);
        parameters.forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList().stream()
                .map(row -> new Found((User) row[0], Place.LOGIN_NAME, (String) row[1]))
                .toList();
    }

    private List<Found> byName(
            Place place,
            UUID tenant,
            UserFilter filter,
            String condition,
            Map<String, Object> given,
            boolean descending,
            @Nullable List<String> position,
            int limit) {
        var key = place == Place.GIVEN_NAME ? "u.givenNameKey" : "u.familyNameKey";
        var parameters = new LinkedHashMap<>(given);
        var where = "u.tenantId = :tenant and " + condition;
        if (position != null) {
            var beyond = descending ? '<' : '>';
            where += " and %1$s %2$c= :lastKey and (%1$s %2$c :lastKey or u.id %2$c :last)".formatted(key, beyond);
            parameters.put("lastKey", position.get(1));
            parameters.put("last", UUID.fromString(position.get(2)));
        }
        var order = " order by " + key + (descending ? " desc, u.id desc" : ", u.id");
        return run(where, order, tenant, filter, parameters, limit).stream()
                .map(user ->
                        new Found(user, place, place == Place.GIVEN_NAME ? user.givenNameKey() : user.familyNameKey()))
                .toList();
    }

    private List<User> run(
            String where, String order, UUID tenant, UserFilter filter, Map<String, Object> parameters, int limit) {
        TypedQuery<User> query = em.createQuery(
                "select u from User u where " + where + UserConditions.of(filter, parameters) + order, User.class);
        query.setParameter("tenant", tenant);
        parameters.forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList();
    }

    /** The least text that is greater than every text with this prefix. */
    private static String following(String prefix) {
        int last = prefix.codePointBefore(prefix.length());
        var head = prefix.substring(0, prefix.length() - Character.charCount(last));
        int next = last + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : last + 1;
        return next > Character.MAX_CODE_POINT ? head + prefix : head + Character.toString(next);
    }
}

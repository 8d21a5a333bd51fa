package org.roster.directory.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.directory.query.Contains;
import org.roster.directory.query.Cursors;
import org.roster.directory.query.Page;
import org.roster.directory.query.PageReader;
import org.roster.persistence.JsonConverter;

/**
 * Finds users by a text in the middle of something. No index helps with that, so the database goes through all users of
 * the tenant and gives those that may match; {@link UserMatch} then says which of them do.
 */
@ApplicationScoped
class UserTextSearch {

    /** What can stand in an id. */
    private static final Pattern OF_AN_ID = Pattern.compile("[0-9a-f-]{1,36}");

    @PersistenceContext
    EntityManager em;

    @Inject
    Cursors cursors;

    @Inject
    PageReader reader;

    Page<User> find(Caller caller, UUID tenant, UserMatch match, @Nullable String cursor, int limit) {
        var binding = "users matching " + tenant + ' ' + caller.id() + ' ' + match.member() + ' ' + match.text();
        var last = cursor == null
                ? null
                : UUID.fromString(cursors.decode(binding, cursor).get(0));
        return reader.page(
                limit,
                User::weight,
                (user, most) -> matching(tenant, match, user == null ? last : user.id(), most),
                user -> cursors.encode(binding, user.id().toString()));
    }

    private List<User> matching(UUID tenant, UserMatch match, @Nullable UUID last, int most) {
        var found = new ArrayList<User>();
        var from = last;
        while (true) {
            var candidates = candidates(tenant, match, from, most);
            candidates.stream().filter(match::finds).limit(most - found.size()).forEach(found::add);
            if (found.size() == most || candidates.size() < most) {
                return found;
            }
            from = candidates.get(most - 1).id();
        }
    }

    private List<User> candidates(UUID tenant, UserMatch match, @Nullable UUID last, int limit) {
        var parameters = new LinkedHashMap<String, Object>();
        var where = "u.tenantId = :tenant and t.id = u.id and (" + anyOf(match, parameters) + ')';
        if (last != null) {
            where += " and u.id > :last";
            parameters.put("last", last);
        }
        var query = em.createQuery("select u from User u, UserText t where " + where + " order by u.id", User.class)
                .setParameter("tenant", tenant);
        parameters.forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList();
    }

    private static String anyOf(UserMatch match, Map<String, Object> parameters) {
        parameters.put("plain", Contains.literal(match.text()));
        parameters.put("json", Contains.literal(asInJson(match.text())));
        var any = new ArrayList<>(List.of(
                "lower(u.email) like :plain" + Contains.ESCAPE,
                "lower(u.displayName) like :plain" + Contains.ESCAPE,
                "lower(u.givenName) like :plain" + Contains.ESCAPE,
                "lower(u.familyName) like :plain" + Contains.ESCAPE,
                "lower(concat(u.givenName, concat(' ', u.familyName))) like :plain" + Contains.ESCAPE,
                "lower(t.customText) like :json" + Contains.ESCAPE));
        if (OF_AN_ID.matcher(match.text()).matches()) {
            any.add("t.idText like :plain" + Contains.ESCAPE);
        }
        if (!match.others().isEmpty()) {
            // Who they are is asked afterwards: their number has no bound, a query's length has.
            any.add("exists (select k from ApiKey k where k.userId = u.id)");
        }
        return String.join(" or ", any);
    }

    /** A text as it stands between quotation marks in the column. */
    private static String asInJson(String text) {
        var object = JsonConverter.write(Map.of("t", text));
        return object.substring("{\"t\":\"".length(), object.length() - "\"}".length())
                .toLowerCase(Locale.ROOT);
    }
}

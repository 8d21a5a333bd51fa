package org.roster.contract.urac.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.roster.contract.urac.input.Taken;
import org.roster.directory.guest.GuestService;
import org.roster.directory.guest.StayService;
import org.roster.directory.user.UserFilter;
import org.roster.directory.user.UserService;
import org.roster.directory.user.UserSort;
import org.roster.directory.user.UserStatus;

/** Lists of users as release 4.1.24 asks for them: those of a tenant by first name, or its guests. */
@ApplicationScoped
class UserLists {

    static final String START = "start: query.start or body.start; optional default 0; integer";
    static final String LIMIT = "limit: query.limit or body.limit; optional default 1000; integer";
    static final String KEYWORDS = "keywords: query.keywords or body.keywords; optional; string maxLength=2048";
    static final String CONFIG = "config: query.config; optional; boolean";
    static final String ACTIVE = "status: query.status; optional; string enum[active]";
    static final String SCOPE = "scope: query.scope; optional; string enum[myTenancy,otherTenancy,otherTenancyInvited]";

    @Inject
    UserService users;

    @Inject
    GuestService guests;

    @Inject
    StayService stays;

    @Inject
    UserDocuments documents;

    List<UracUser> list(UUID tenant, Taken in) {
        int start = in.number("start", 0, Integer.MAX_VALUE);
        boolean config = in.flag("config");
        if (ofGuests(in)) {
            return documents.mixed(guests.guestsOf(tenant, start, limit(in)), config);
        }
        return documents.of(tenant, users.slice(tenant, filter(in), UserSort.GIVEN_NAME, start, limit(in)), config);
    }

    long count(UUID tenant, Taken in) {
        return ofGuests(in) ? stays.count(tenant) : users.count(tenant, filter(in));
    }

    static UserFilter filter(Taken in) {
        var keywords = in.textOrNull("keywords");
        var filter = keywords == null || keywords.isEmpty() ? UserFilter.ALL : UserFilter.ALL.withContaining(keywords);
        return in.has("status") ? filter.withStatus(UserStatus.ACTIVE) : filter;
    }

    /** The original only writes down how many it gives at most, and takes 0 for all. */
    static int limit(Taken in) {
        int asked = in.number("limit", 0, UracUsersResource.MOST);
        return asked == 0 ? UracUsersResource.MOST : asked;
    }

    private static boolean ofGuests(Taken in) {
        var scope = in.textOrNull("scope");
        return scope != null && !scope.equals("myTenancy");
    }
}

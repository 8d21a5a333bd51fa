package org.roster.contract.econtext.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.roster.contract.econtext.EcontextLinks;
import org.roster.contract.econtext.EcontextStatus;
import org.roster.contract.econtext.EcontextStream;
import org.roster.contract.econtext.apikey.EcontextApiKey;
import org.roster.contract.econtext.application.EcontextApplication;
import org.roster.contract.econtext.group.EcontextGroup;
import org.roster.directory.apikey.ApiKeyService;
import org.roster.directory.application.ApplicationService;
import org.roster.directory.group.GroupService;
import org.roster.directory.query.Page;
import org.roster.directory.user.User;
import org.roster.directory.user.UserFilter;
import org.roster.directory.user.UserService;
import org.roster.directory.user.UserSort;
import org.roster.http.Exchange;

/** Shows users with their keys, applications and groups: three queries for a page, however many users are on it. */
@ApplicationScoped
public class EcontextUserPages {

    @Inject
    UserService users;

    @Inject
    ApiKeyService apiKeys;

    @Inject
    ApplicationService applications;

    @Inject
    GroupService groups;

    @Inject
    Exchange exchange;

    /** A user with all that belongs to it. */
    public EcontextUser show(User user) {
        return show(user.tenantId(), List.of(user)).get(0);
    }

    /** All users of a tenant that match, in the order of their making. */
    public StreamingOutput stream(UUID tenant, UserFilter filter, boolean minimal) {
        return stream(tenant, filter, minimal, null);
    }

    /** The same with users of one status only, by its word in this contract; nothing given is any. */
    public StreamingOutput stream(UUID tenant, UserFilter filter, boolean minimal, @Nullable String status) {
        var caller = exchange.requireCaller();
        return EcontextStream.list("users", exchange, cursor -> {
            var page = users.find(caller, tenant, filter, UserSort.CREATED, cursor, EcontextStream.PAGE);
            return show(tenant, status == null || status.isEmpty() ? page : ofStatus(page, status), minimal);
        });
    }

    private static Page<User> ofStatus(Page<User> page, String status) {
        var matching = page.items().stream()
                .filter(user -> EcontextStatus.of(user.status()).name().equals(status))
                .toList();
        return new Page<>(matching, page.next());
    }

    /** A page of a tenant's users. */
    public Page<EcontextUser> show(UUID tenant, Page<User> page, boolean minimal) {
        var links = EcontextLinks.of(exchange);
        return minimal
                ? page.map(user -> EcontextUser.minimal(user, links))
                : new Page<>(show(tenant, page.items()), page.next());
    }

    private List<EcontextUser> show(UUID tenant, List<User> all) {
        var links = EcontextLinks.of(exchange);
        var ids = all.stream().map(User::id).toList();
        var keysOf = apiKeys.ofUsers(tenant, ids);
        var applicationsOf = applications.ofUsers(tenant, ids);
        var groupsOf = groups.ofUsers(tenant, ids);
        return all.stream()
                .map(user -> EcontextUser.of(
                        user,
                        links,
                        wire(keysOf, user, key -> EcontextApiKey.of(key, links)),
                        wire(applicationsOf, user, one -> EcontextApplication.of(one, links)),
                        wire(groupsOf, user, group -> EcontextGroup.of(group, links))))
                .toList();
    }

    private static <T, W> List<W> wire(Map<UUID, ? extends Collection<T>> all, User user, Function<T, W> wire) {
        Collection<T> own = all.get(user.id());
        return own == null ? List.of() : own.stream().map(wire).toList();
    }
}

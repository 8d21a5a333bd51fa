package org.roster.contract.urac.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roster.contract.urac.UracTenantRef;
import org.roster.directory.group.Group;
import org.roster.directory.group.GroupService;
import org.roster.directory.guest.GuestService;
import org.roster.directory.guest.Place;
import org.roster.directory.pin.PinService;
import org.roster.directory.tenant.TenantService;
import org.roster.directory.user.User;
import org.roster.system.Ids;

/** Users as the contract shows them, many at the cost of one: groups, pins and places are each asked for once. */
@ApplicationScoped
public class UserDocuments {

    @Inject
    TenantService tenants;

    @Inject
    GroupService groups;

    @Inject
    PinService pins;

    @Inject
    GuestService guests;

    /** The document of one user, with its config. */
    public UracUser of(User user) {
        return of(user.tenantId(), List.of(user), true).get(0);
    }

    /**
     * The documents of users of one tenant.
     *
     * @param config whether they show packages, keys and invited tenants
     */
    public List<UracUser> of(UUID tenant, Collection<User> users, boolean config) {
        var ids = users.stream().map(User::id).toList();
        var home = tenants.byId(tenant).map(UracTenantRef::of).orElseThrow();
        var ofUsers = groups.ofUsers(tenant, ids);
        var words = pins.ofUsers(tenant, ids);
        var places = config ? guests.placesOf(ids) : Map.<UUID, List<Place>>of();
        return users.stream()
                .map(user -> {
                    var pin = words.get(user.id());
                    return document(
                            user,
                            codes(ofUsers.getOrDefault(user.id(), List.of())),
                            home.withPin(pin == null ? null : Boolean.valueOf(pin.allowed())),
                            config ? config(user, places.getOrDefault(user.id(), List.of())) : null);
                })
                .toList();
    }

    /** The documents of users of whatever tenants, in their order. */
    public List<UracUser> mixed(Collection<User> users, boolean config) {
        var byTenant = users.stream().collect(Collectors.groupingBy(User::tenantId));
        var documents = new HashMap<String, UracUser>();
        byTenant.forEach((tenant, some) -> of(tenant, some, config).forEach(one -> documents.put(one.id(), one)));
        return users.stream()
                .map(user -> Objects.requireNonNull(documents.get(user.objectId())))
                .toList();
    }

    private static UracUser document(
            User user, List<String> codes, UracTenantRef tenant, @Nullable UracUserConfig config) {
        return new UracUser(
                user.objectId(),
                user.username(),
                user.givenName(),
                user.familyName(),
                user.email(),
                UracStatus.of(user.status()),
                user.profile(),
                codes,
                config,
                user.createdAt().toEpochMilli(),
                tenant,
                user.phone(),
                user.locale(),
                millis(user.lastLoginAt()),
                user.accountLocked() ? Boolean.TRUE : null);
    }

    private UracUserConfig config(User user, List<Place> places) {
        return UracUserConfig.of(
                user.extras(),
                places.stream()
                        .map(place -> new UracUserConfig.Place(
                                new UracTenantRef(aliasOf(place.tenant()), place.tenantCode(), null)
                                        .withPin(place.pinAllowed()),
                                place.groups()))
                        .toList());
    }

    private String aliasOf(UUID tenant) {
        return tenants.byId(tenant).map(found -> found.objectId()).orElseGet(() -> Ids.objectId(tenant));
    }

    private static List<String> codes(List<Group> ofUser) {
        return ofUser.stream().map(Group::code).toList();
    }

    private static @Nullable Long millis(@Nullable Instant time) {
        return time == null ? null : time.toEpochMilli();
    }
}

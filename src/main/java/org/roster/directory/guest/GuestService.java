package org.roster.directory.guest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.directory.Checks;
import org.roster.directory.Standings;
import org.roster.directory.group.Group;
import org.roster.directory.group.GroupService;
import org.roster.directory.pin.NewPin;
import org.roster.directory.pin.PinService;
import org.roster.directory.user.Membership;
import org.roster.directory.user.User;
import org.roster.event.Changes;
import org.roster.event.Facts;
import org.roster.persistence.Transactions;
import org.roster.persistence.Violations;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/**
 * Lets users into tenants that are not their own, and out again. The tenant that is given to each method is the one they
 * are guests of. A caller may only hand out groups whose permissions it holds (R10), and only invite users whom it may
 * see: those of its own tenant, or any for a platform caller.
 */
@ApplicationScoped
public class GuestService {

    /** More groups than this are not given in one request. */
    private static final int MAX_GROUPS = 1000;

    @Inject
    GuestRepository guests;

    @Inject
    GroupService groups;

    @Inject
    PinService pins;

    @Inject
    Standings standings;

    @Inject
    Transactions transactions;

    @Inject
    Changes changes;

    @Inject
    Clock clock;

    /**
     * Lets a user into a tenant.
     *
     * @param pin a pin for the user in the tenant, or null
     * @throws Refusal {@link Reason#USER_UNKNOWN}, {@link Reason#GUEST_ALREADY}, {@link Reason#USERNAME_TAKEN} or
     *     {@link Reason#EMAIL_TAKEN} when somebody of the tenant signs in with one of the user's names,
     *     {@link Reason#GROUP_UNKNOWN}, {@link Reason#PIN_TAKEN}, {@link Reason#RIGHTS_EXCEEDED},
     *     {@link Reason#VALUE_INVALID}
     */
    public void invite(Caller caller, UUID tenant, UUID userId, Set<UUID> groupIds, @Nullable NewPin pin) {
        checkNumber(groupIds);
        try {
            transactions.run(() -> {
                var user = visible(caller, userId);
                if (user.tenantId().equals(tenant) || guests.of(tenant, userId).isPresent()) {
                    throw already();
                }
                checkNames(tenant, user);
                var given = groups.requireAll(tenant, groupIds);
                outranks(caller, given);
                guests.add(new Guest(tenant, userId, clock.instant()));
                give(tenant, userId, given);
                if (pin != null) {
                    pins.give(caller, tenant, userId, pin);
                }
                var facts = Facts.of("home", user.tenantId())
                        .and("groups", groupIds)
                        .map();
                changes.happened(caller, tenant, "user.invited", "user", userId, facts);
            });
        } catch (RuntimeException e) {
            if (Violations.unique(e)) {
                throw already(); // by another request at the same instant
            }
            throw e;
        }
    }

    /**
     * Gives a guest these groups of the tenant in place of those that it has there.
     *
     * @throws Refusal {@link Reason#GUEST_UNKNOWN}, {@link Reason#GROUP_UNKNOWN}, {@link Reason#RIGHTS_EXCEEDED}
     */
    public void regroup(Caller caller, UUID tenant, UUID user, Set<UUID> groupIds) {
        checkNumber(groupIds);
        transactions.run(() -> {
            require(tenant, user);
            Checks.outranks(caller, standings.possiblePermissions(tenant, user), "the guest");
            var given = groups.requireAll(tenant, groupIds);
            outranks(caller, given);
            guests.removeMemberships(tenant, user);
            give(tenant, user, given);
            guests.flush();
            var facts = Facts.of("groups", groupIds).map();
            changes.happened(caller, tenant, "user.regrouped", "user", user, facts);
        });
    }

    /**
     * Shows a guest out of a tenant, with its groups and its pin there.
     *
     * @throws Refusal {@link Reason#GUEST_UNKNOWN}, {@link Reason#RIGHTS_EXCEEDED}
     */
    public void leave(Caller caller, UUID tenant, UUID user) {
        transactions.run(() -> {
            var guest = require(tenant, user);
            Checks.outranks(caller, standings.possiblePermissions(tenant, user), "the guest");
            guests.remove(guest);
            changes.happened(caller, tenant, "user.uninvited", "user", user, Map.of());
        });
    }

    public boolean isGuest(UUID tenant, UUID user) {
        return guests.of(tenant, user).isPresent();
    }

    /** The tenants that a user is a guest of. */
    public List<UUID> tenantsOf(UUID user) {
        return placesOf(List.of(user)).getOrDefault(user, List.of()).stream()
                .map(Place::tenant)
                .toList();
    }

    /** The guests of a tenant, in the order of their making. */
    public List<User> guestsOf(UUID tenant, int offset, int limit) {
        return guests.guests(tenant, offset, limit);
    }

    /** Where each of the users is a guest, and as what; users who are nowhere are not in the map. */
    public Map<UUID, List<Place>> placesOf(Collection<UUID> users) {
        if (users.isEmpty()) {
            return Map.of();
        }
        var codes = new HashMap<String, List<String>>();
        for (var row : guests.groupsOf(users)) {
            codes.computeIfAbsent(row[0] + " " + row[1], first -> new ArrayList<>())
                    .add((String) row[2]);
        }
        var allowed = new HashMap<String, Boolean>();
        for (var row : guests.pinsOf(users)) {
            allowed.put(row[0] + " " + row[1], (Boolean) row[2]);
        }
        var places = new HashMap<UUID, List<Place>>();
        for (var row : guests.tenantsOf(users)) {
            var guest = (Guest) row[0];
            var key = guest.userId() + " " + guest.tenantId();
            places.computeIfAbsent(guest.userId(), first -> new ArrayList<>())
                    .add(new Place(
                            guest.userId(),
                            guest.tenantId(),
                            (String) row[1],
                            codes.getOrDefault(key, List.of()),
                            allowed.get(key)));
        }
        return places;
    }

    private Guest require(UUID tenant, UUID user) {
        return guests.of(tenant, user)
                .orElseThrow(() -> new Refusal(Reason.GUEST_UNKNOWN, "user", "the user is not a guest of the tenant"));
    }

    private User visible(Caller caller, UUID id) {
        return guests.user(id)
                .filter(user -> caller.platform() || user.tenantId().equals(caller.tenant()))
                .orElseThrow(() -> new Refusal(Reason.USER_UNKNOWN, "user", "there is no such user"));
    }

    /** Whoever signs in by a name must be one person, in the tenant and among its guests (R15). */
    private void checkNames(UUID tenant, User user) {
        if (taken(tenant, user.usernameKey())) {
            throw new Refusal(Reason.USERNAME_TAKEN, "username", "somebody of the tenant has this user name");
        }
        if (user.emailKey() != null && taken(tenant, user.emailKey())) {
            throw new Refusal(Reason.EMAIL_TAKEN, "email", "somebody of the tenant has this e-mail address");
        }
    }

    private boolean taken(UUID tenant, String nameKey) {
        return guests.taken(tenant, nameKey) || !guests.named(tenant, nameKey).isEmpty();
    }

    private void give(UUID tenant, UUID user, List<Group> given) {
        var now = clock.instant();
        given.forEach(group -> guests.add(new Membership(tenant, group.id(), user, now)));
    }

    private static void outranks(Caller caller, List<Group> given) {
        given.forEach(group -> Checks.outranks(caller, group.permissions(), "the group '" + group.code() + "'"));
    }

    private static void checkNumber(Set<UUID> groupIds) {
        if (groupIds.size() > MAX_GROUPS) {
            throw Refusal.invalid("groups", "at most " + MAX_GROUPS + " can be given at once");
        }
    }

    private static Refusal already() {
        return new Refusal(Reason.GUEST_ALREADY, "user", "the user is a guest of the tenant already, or at home in it");
    }
}

package org.roster.directory.guest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.constraint.Names;
import org.roster.directory.group.Group;
import org.roster.directory.group.GroupService;
import org.roster.directory.pin.NewPin;
import org.roster.directory.pin.PinChange;
import org.roster.directory.pin.PinService;
import org.roster.directory.user.User;
import org.roster.directory.user.UserService;
import org.roster.persistence.Transactions;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/** Several steps of {@link GuestService} and {@link PinService} that belong together, each method in one transaction. */
@ApplicationScoped
public class StayService {

    @Inject
    GuestRepository repository;

    @Inject
    GuestService guests;

    @Inject
    UserService users;

    @Inject
    PinService pins;

    @Inject
    GroupService groups;

    @Inject
    Transactions transactions;

    /**
     * Makes a user the guest of these tenants and of no others. What stays as it is costs no rights.
     *
     * @throws Refusal as {@link GuestService#invite}, {@link GuestService#regroup}, {@link GuestService#leave} and
     *     {@link PinService#set}
     */
    public void settle(Caller caller, UUID user, Collection<Stay> wanted) {
        transactions.run(() -> {
            var present = new HashSet<>(guests.tenantsOf(user));
            for (Stay stay : wanted) {
                if (present.remove(stay.tenant())) {
                    adapt(caller, user, stay);
                } else {
                    guests.invite(caller, stay.tenant(), user, stay.groups(), newPin(stay.pin()));
                }
            }
            present.forEach(tenant -> guests.leave(caller, tenant, user));
        });
    }

    /**
     * Changes a guest's groups, its pin, or both.
     *
     * @param groupIds the groups in place of those that it has, or null to keep them
     * @throws Refusal {@link Reason#GUEST_UNKNOWN}, and as {@link GuestService#regroup} and {@link PinService#set}
     */
    public void change(Caller caller, UUID tenant, UUID user, @Nullable Set<UUID> groupIds, @Nullable PinChange pin) {
        transactions.run(() -> {
            require(tenant, user);
            if (groupIds != null) {
                guests.regroup(caller, tenant, user, groupIds);
            }
            if (pin != null) {
                pins.set(caller, tenant, user, pin.code(), pin.allowed());
            }
        });
    }

    /**
     * Takes away a guest's pin.
     *
     * @throws Refusal {@link Reason#GUEST_UNKNOWN}, {@link Reason#RIGHTS_EXCEEDED}
     */
    public void clearPin(Caller caller, UUID tenant, UUID user) {
        transactions.run(() -> {
            require(tenant, user);
            pins.clear(caller, tenant, user);
        });
    }

    /**
     * Shows several guests out; those who are none are passed over.
     *
     * @return how many there were
     * @throws Refusal {@link Reason#RIGHTS_EXCEEDED}
     */
    public int leaveAll(Caller caller, UUID tenant, Collection<UUID> users) {
        return transactions.write(() -> {
            var there =
                    users.stream().filter(user -> guests.isGuest(tenant, user)).toList();
            there.forEach(user -> guests.leave(caller, tenant, user));
            return there.size();
        });
    }

    /** The guest of a tenant with this alias of 24 hexadecimal digits. */
    public Optional<User> guest(UUID tenant, String objectId) {
        return users.byObjectId(Caller.system(tenant, ""), objectId).filter(user -> guests.isGuest(tenant, user.id()));
    }

    /** The guest of a tenant who signs in with this user name or e-mail address. */
    public Optional<User> guestNamed(UUID tenant, String name) {
        return repository.named(tenant, Names.fold(name)).stream().findFirst();
    }

    /** How many guests a tenant has. */
    public long count(UUID tenant) {
        return repository.count(tenant);
    }

    private void adapt(Caller caller, UUID user, Stay stay) {
        var tenant = stay.tenant();
        var there = groups.ofUsers(tenant, Set.of(user)).getOrDefault(user, List.of()).stream()
                .map(Group::id)
                .collect(Collectors.toSet());
        if (!there.equals(stay.groups())) {
            guests.regroup(caller, tenant, user, stay.groups());
        }
        var pin = stay.pin();
        if (pin != null && changes(tenant, user, pin)) {
            pins.set(caller, tenant, user, pin.code(), pin.allowed());
        }
    }

    private boolean changes(UUID tenant, UUID user, PinChange pin) {
        var present = pins.of(tenant, user).map(known -> known.allowed());
        return pin.code() != null || pin.allowed() != null && !pin.allowed().equals(present.orElse(null));
    }

    private void require(UUID tenant, UUID user) {
        if (!guests.isGuest(tenant, user)) {
            throw new Refusal(Reason.GUEST_UNKNOWN, "user", "the user is not a guest of the tenant");
        }
    }

    private static @Nullable NewPin newPin(@Nullable PinChange pin) {
        return pin == null || pin.code() == null ? null : new NewPin(pin.code(), Boolean.TRUE.equals(pin.allowed()));
    }
}

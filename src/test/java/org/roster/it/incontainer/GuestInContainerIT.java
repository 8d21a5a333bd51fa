package org.roster.it.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.roster.caller.Caller;
import org.roster.directory.Standings;
import org.roster.directory.group.GroupService;
import org.roster.directory.group.NewGroup;
import org.roster.directory.guest.GuestService;
import org.roster.directory.guest.Place;
import org.roster.directory.pin.NewPin;
import org.roster.directory.pin.PinService;
import org.roster.directory.tenant.NewTenant;
import org.roster.directory.tenant.TenantService;
import org.roster.directory.user.NewUser;
import org.roster.directory.user.SignInService;
import org.roster.directory.user.User;
import org.roster.directory.user.UserService;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/** Guests: one log-in for several tenants, and in each only that tenant's rights. */
class GuestInContainerIT extends InContainer {

    private static final String PASSWORD = "a long enough passphrase";

    @Inject
    TenantService tenants;

    @Inject
    UserService users;

    @Inject
    GroupService groups;

    @Inject
    GuestService guests;

    @Inject
    PinService pins;

    @Inject
    SignInService signIn;

    @Inject
    Standings standings;

    private Caller caller;
    private UUID home;
    private UUID host;
    private UUID readers;
    private User jane;

    @BeforeEach
    void twoTenants() {
        home = tenant();
        host = tenant();
        caller = Caller.system(home, "test");
        readers = group(host, "readers", "books:read");
        var writers = group(home, "writers", "books:write");
        jane = users.add(
                        caller,
                        NewUser.of(home, "jane")
                                .email("jane@example.com")
                                .password(PASSWORD)
                                .groups(Set.of(writers)))
                .user();
    }

    @Test
    void aGuestLogsInToTheInvitingTenantWithTheRightsOfThatTenantAlone() {
        assertTrue(signIn.logIn(HERE, host, "jane", PASSWORD).isEmpty());
        assertFalse(standings.ofUser(host, jane.id()).active());

        guests.invite(caller, host, jane.id(), Set.of(readers), null);

        assertEquals(
                jane, signIn.logIn(HERE, host, "Jane@example.com", PASSWORD).orElseThrow());
        assertTrue(signIn.logIn(HERE, host, "jane", "wrong").isEmpty());
        assertTrue(standings.ofUser(host, jane.id()).active());
        assertEquals(Set.of("books:read"), standings.ofUser(host, jane.id()).permissions());
        assertEquals(Set.of("books:write"), standings.ofUser(home, jane.id()).permissions());
    }

    @Test
    void aGuestWhoWasShownOutHasNothingLeftInTheTenant() {
        guests.invite(caller, host, jane.id(), Set.of(readers), new NewPin("4711", true));
        assertEquals(jane.id(), pins.find(HERE, host, "till", "4711").orElseThrow());

        guests.leave(caller, host, jane.id());

        assertTrue(signIn.logIn(HERE, host, "jane", PASSWORD).isEmpty());
        assertFalse(standings.ofUser(host, jane.id()).active());
        assertTrue(pins.find(HERE, host, "till", "4711").isEmpty());
        assertEquals(List.of(), guests.tenantsOf(jane.id()));
        assertReason(Reason.GUEST_UNKNOWN, () -> guests.leave(caller, host, jane.id()));
        assertTrue(signIn.logIn(HERE, home, "jane", PASSWORD).isPresent());
    }

    @Test
    void aGuestIsInvitedOnceAndNobodyToTheirOwnTenant() {
        guests.invite(caller, host, jane.id(), Set.of(), null);

        assertReason(Reason.GUEST_ALREADY, () -> guests.invite(caller, host, jane.id(), Set.of(), null));
        assertReason(Reason.GUEST_ALREADY, () -> guests.invite(caller, home, jane.id(), Set.of(), null));
    }

    @Test
    void aNameThatSomebodyOfTheTenantHasIsRefused() {
        users.add(caller, NewUser.of(host, "JANE"));
        assertReason(Reason.USERNAME_TAKEN, () -> guests.invite(caller, host, jane.id(), Set.of(), null));

        var third = tenant();
        users.add(caller, NewUser.of(third, "other").email("Jane@Example.com"));
        assertReason(Reason.EMAIL_TAKEN, () -> guests.invite(caller, third, jane.id(), Set.of(), null));
    }

    @Test
    void theNameOfAnotherGuestIsRefusedToo() {
        var elsewhere = users.add(caller, NewUser.of(tenant(), "jane")).user();
        guests.invite(caller, host, jane.id(), Set.of(), null);

        assertReason(Reason.USERNAME_TAKEN, () -> guests.invite(caller, host, elsewhere.id(), Set.of(), null));
    }

    @Test
    void whoIsAtHomeInTheTenantComesBeforeAGuestOfTheSameName() {
        guests.invite(caller, host, jane.id(), Set.of(), null);
        var other = users.add(caller, NewUser.of(host, "jane").password("another passphrase"))
                .user();

        assertTrue(signIn.logIn(HERE, host, "jane", PASSWORD).isEmpty());
        assertEquals(
                other, signIn.logIn(HERE, host, "jane", "another passphrase").orElseThrow());
    }

    @Test
    void groupsAreThoseOfTheInvitingTenantAndNotAboveTheCallersRights() {
        var ofHome = group(home, "more", "books:burn");
        assertReason(Reason.GROUP_UNKNOWN, () -> guests.invite(caller, host, jane.id(), Set.of(ofHome), null));
        var clerk = new Caller(
                host, Caller.Kind.CLIENT, host, "clerk", null, null, Set.of("users:update", "platform"), "test", "");
        assertReason(Reason.RIGHTS_EXCEEDED, () -> guests.invite(clerk, host, jane.id(), Set.of(readers), null));
        var stranger = new Caller(host, Caller.Kind.CLIENT, host, "x", null, null, Set.of("users:update"), "test", "");
        assertReason(Reason.USER_UNKNOWN, () -> guests.invite(stranger, host, jane.id(), Set.of(), null));
        assertFalse(guests.isGuest(host, jane.id()));
    }

    @Test
    void aGuestIsShownWithItsPlaces() {
        guests.invite(caller, host, jane.id(), Set.of(readers), new NewPin("4711", false));

        var places = guests.placesOf(List.of(jane.id())).get(jane.id());

        var code = tenants.require(caller, host.toString()).code();
        assertEquals(List.of(new Place(jane.id(), host, code, List.of("readers"), false)), places);
        assertEquals(List.of(jane), guests.guestsOf(host, 0, 10));
        guests.regroup(caller, host, jane.id(), Set.of());
        assertEquals(
                List.of(),
                guests.placesOf(List.of(jane.id())).get(jane.id()).get(0).groups());
    }

    @Test
    void aUserWhoIsRemovedIsNoGuestAnyMore() {
        guests.invite(caller, host, jane.id(), Set.of(readers), new NewPin("4711", true));

        users.remove(caller, home, jane.id(), null);

        assertEquals(List.of(), guests.guestsOf(host, 0, 10));
        assertTrue(pins.find(HERE, host, "till", "4711").isEmpty());
    }

    private UUID tenant() {
        var code = "g-" + Long.toString(System.nanoTime(), 36);
        return tenants.add(Caller.system(new UUID(0, 0), "test"), new NewTenant(code, code, null, Map.of()))
                .id();
    }

    private UUID group(UUID tenant, String code, String permission) {
        return groups.add(caller, new NewGroup(tenant, code, code, null, Set.of(permission), null, Map.of()))
                .id();
    }

    private static void assertReason(Reason reason, Executable step) {
        assertEquals(reason, assertThrows(Refusal.class, step).reason());
    }
}

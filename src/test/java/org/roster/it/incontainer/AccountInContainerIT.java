package org.roster.it.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.roster.caller.Caller;
import org.roster.credential.policy.PasswordRules;
import org.roster.credential.policy.PolicyStore;
import org.roster.directory.Field;
import org.roster.directory.account.AccountService;
import org.roster.directory.account.AccountStepService;
import org.roster.directory.pin.NewPin;
import org.roster.directory.pin.PinService;
import org.roster.directory.tenant.NewTenant;
import org.roster.directory.tenant.TenantService;
import org.roster.directory.user.NewUser;
import org.roster.directory.user.SignInService;
import org.roster.directory.user.User;
import org.roster.directory.user.UserChange;
import org.roster.directory.user.UserService;
import org.roster.directory.user.UserStatus;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/** Accounts and their tokens, step by step: what no mail is sent for can be seen only from inside. */
class AccountInContainerIT extends InContainer {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final String PASSWORD = "a long enough passphrase";

    @Inject
    TenantService tenants;

    @Inject
    UserService users;

    @Inject
    AccountService accounts;

    @Inject
    AccountStepService steps;

    @Inject
    SignInService signIn;

    @Inject
    PinService pins;

    @Inject
    PolicyStore policies;

    private Caller caller;
    private UUID tenant;

    @BeforeEach
    void aTenantOfItsOwn() {
        var code = "a-" + Long.toString(System.nanoTime(), 36);
        tenant = tenants.add(Caller.system(new UUID(0, 0), "test"), new NewTenant(code, code, null, Map.of()))
                .id();
        caller = Caller.system(tenant, "test");
    }

    @Test
    void anInvitedPersonSetsAPasswordOnceAndCanLogIn() {
        var invited = accounts.invite(caller, jane(), HOUR, null);
        assertEquals(UserStatus.PENDING_NEW, invited.user().status());
        assertTrue(signIn.logIn(HERE, tenant, "jane", PASSWORD).isEmpty());

        steps.reset(caller, HERE, tenant, invited.token(), PASSWORD, 1);

        assertEquals(UserStatus.ACTIVE, again(invited.user()).status());
        assertTrue(signIn.logIn(HERE, tenant, "jane", PASSWORD).isPresent());
        assertInvalid(() -> steps.reset(caller, HERE, tenant, invited.token(), "another passphrase", 1));
        assertTrue(signIn.logIn(HERE, tenant, "jane", PASSWORD).isPresent());
    }

    @Test
    void aWeakPasswordDoesNotUseTheTokenUp() {
        var token = accounts.invite(caller, jane(), HOUR, null).token();

        var refusal = assertThrows(Refusal.class, () -> steps.reset(caller, HERE, tenant, token, "jane", 1));

        assertEquals(Reason.PASSWORD_TOO_WEAK, refusal.reason());
        steps.reset(caller, HERE, tenant, token, PASSWORD, 1);
    }

    @Test
    void whoRegistersVerifiesTheAddressBeforeLoggingIn() {
        var registered = accounts.register(caller, jane().password(PASSWORD), true, HOUR);
        assertEquals(UserStatus.PENDING_JOIN, registered.user().status());
        assertTrue(signIn.logIn(HERE, tenant, "jane", PASSWORD).isEmpty());
        assertInvalid(() -> steps.reset(caller, HERE, tenant, registered.token(), PASSWORD, 1));

        steps.verify(caller, HERE, tenant, registered.token());

        var jane = again(registered.user());
        assertEquals(UserStatus.ACTIVE, jane.status());
        assertTrue(jane.emailVerified());
        assertTrue(signIn.logIn(HERE, tenant, "jane", PASSWORD).isPresent());
        assertInvalid(() -> steps.verify(caller, HERE, tenant, registered.token()));
    }

    @Test
    void whatAnAdministratorHasClosedNoOldTokenOpens() {
        var registered = accounts.register(caller, jane().password(PASSWORD), true, HOUR);
        var john =
                users.add(caller, NewUser.of(tenant, "john").password(PASSWORD)).user();
        var reset = accounts.forgotten(caller, HERE, tenant, "john", HOUR).orElseThrow();
        close(registered.user());
        close(john);

        assertInvalid(() -> steps.verify(caller, HERE, tenant, registered.token()));
        assertInvalid(() -> steps.reset(caller, HERE, tenant, reset, "another passphrase", 1));
        assertTrue(accounts.forgotten(caller, HERE, tenant, "john", HOUR).isEmpty());
        assertTrue(accounts.remind(caller, HERE, tenant, "jane", HOUR).isEmpty());
    }

    @Test
    void aNewResetTokenMakesTheLastOneVoid() {
        users.add(caller, jane().password(PASSWORD));
        var first = accounts.forgotten(caller, HERE, tenant, "jane@example.com", HOUR)
                .orElseThrow();
        var second = accounts.forgotten(caller, HERE, tenant, "JANE", HOUR).orElseThrow();

        assertNotEquals(first, second);
        assertInvalid(() -> steps.reset(caller, HERE, tenant, first, "another passphrase", 1));
        steps.reset(caller, HERE, tenant, second, "another passphrase", 1);
        assertTrue(signIn.logIn(HERE, tenant, "jane", PASSWORD).isEmpty());
        assertTrue(signIn.logIn(HERE, tenant, "jane", "another passphrase").isPresent());
    }

    @Test
    void nobodyIsFoundByAnUnknownNameAndNobodyIsAskedForWithoutEnd() {
        users.add(caller, jane().password(PASSWORD));

        assertTrue(accounts.forgotten(caller, HERE, tenant, "nobody", HOUR).isEmpty());
        for (int i = 0; i < 5; i++) {
            assertTrue(accounts.forgotten(caller, HERE, tenant, "jane", HOUR).isPresent());
        }
        assertTrue(accounts.forgotten(caller, HERE, tenant, "jane", HOUR).isEmpty());
    }

    @Test
    void aReminderTakesTheOldTokensPlace() {
        var invited = accounts.invite(caller, jane(), HOUR, null);

        var token = accounts.remind(caller, HERE, tenant, "jane", HOUR).orElseThrow();

        assertInvalid(() -> steps.reset(caller, HERE, tenant, invited.token(), PASSWORD, 1));
        steps.reset(caller, HERE, tenant, token, PASSWORD, 1);
        assertTrue(accounts.remind(caller, HERE, tenant, "jane", HOUR).isEmpty());
    }

    @Test
    void aPasswordIsChangedByWhoKnowsIt() {
        var jane = users.add(caller, jane().password(PASSWORD)).user();

        assertReason(
                Reason.PASSWORD_WRONG,
                () -> accounts.changePassword(caller, HERE, tenant, jane.id(), "wrong", "another passphrase", 1));
        accounts.changePassword(caller, HERE, tenant, jane.id(), PASSWORD, "another passphrase", 1);

        assertTrue(signIn.logIn(HERE, tenant, "jane", "another passphrase").isPresent());
    }

    @Test
    void afterFiveWrongPasswordsTheRightOneIsNotLookedAtForAWhile() {
        var jane = users.add(caller, jane().password(PASSWORD)).user();
        for (int i = 0; i < 5; i++) {
            assertReason(
                    Reason.PASSWORD_WRONG,
                    () -> accounts.changePassword(caller, HERE, tenant, jane.id(), "wrong", "another passphrase", 1));
        }

        assertReason(
                Reason.RATE_LIMITED,
                () -> accounts.changePassword(caller, HERE, tenant, jane.id(), PASSWORD, "another passphrase", 1));
    }

    @Test
    void whereATenantWantsANewPasswordToBeNewTheLastOnesAreRefused() {
        policies.put(tenant, new PasswordRules(null, null, 2, List.of(), Map.of()));
        var jane = users.add(caller, jane().password(PASSWORD)).user().id();

        assertReason(
                Reason.PASSWORD_TOO_WEAK,
                () -> accounts.changePassword(caller, HERE, tenant, jane, PASSWORD, PASSWORD, 1));
        accounts.changePassword(caller, HERE, tenant, jane, PASSWORD, "another passphrase", 1);
        assertReason(
                Reason.PASSWORD_TOO_WEAK,
                () -> accounts.changePassword(caller, HERE, tenant, jane, "another passphrase", PASSWORD, 1));
        accounts.changePassword(caller, HERE, tenant, jane, "another passphrase", "a third passphrase", 1);
        accounts.changePassword(caller, HERE, tenant, jane, "a third passphrase", PASSWORD, 1);

        assertTrue(signIn.logIn(HERE, tenant, "jane", PASSWORD).isPresent());
    }

    @Test
    void aNewAddressComesIntoPlaceByItsToken() {
        var jane = users.add(caller, jane().password(PASSWORD)).user();
        users.add(caller, NewUser.of(tenant, "john").email("john@example.com"));
        assertReason(
                Reason.EMAIL_TAKEN,
                () -> accounts.beginEmailChange(caller, tenant, jane.id(), "John@Example.com", HOUR));
        var token = accounts.beginEmailChange(caller, tenant, jane.id(), "new@example.com", HOUR);
        assertEquals("jane@example.com", again(jane).email());

        steps.confirmEmailChange(caller, HERE, tenant, token);

        assertEquals("new@example.com", again(jane).email());
        assertFalse(again(jane).emailVerified());
        assertInvalid(() -> steps.confirmEmailChange(caller, HERE, tenant, token));
    }

    @Test
    void anAddressThatWasTakenMeanwhileIsRefusedAndTheTokenStaysGood() {
        var jane = users.add(caller, jane().password(PASSWORD)).user();
        var token = accounts.beginEmailChange(caller, tenant, jane.id(), "new@example.com", HOUR);
        var other = users.add(caller, NewUser.of(tenant, "new@example.com")).user();

        assertReason(Reason.EMAIL_TAKEN, () -> steps.confirmEmailChange(caller, HERE, tenant, token));

        users.remove(caller, tenant, other.id(), null);
        steps.confirmEmailChange(caller, HERE, tenant, token);
    }

    @Test
    void aPinIsOneUsersOnlyAndFindsThatUser() {
        var jane =
                accounts.invite(caller, jane(), HOUR, new NewPin("4711", true)).user();
        var john = users.add(caller, NewUser.of(tenant, "john")).user();

        assertEquals(jane.id(), pins.find(HERE, tenant, "till", "4711").orElseThrow());
        assertReason(Reason.PIN_TAKEN, () -> pins.set(caller, tenant, john.id(), "4711", true));
        assertTrue(pins.find(HERE, UUID.randomUUID(), "till", "4711").isEmpty());
        pins.set(caller, tenant, jane.id(), null, false);
        assertTrue(pins.find(HERE, tenant, "till", "4711").isEmpty());
        pins.clear(caller, tenant, jane.id());
        pins.set(caller, tenant, john.id(), "4711", true);
        assertEquals(john.id(), pins.find(HERE, tenant, "till", "4711").orElseThrow());
    }

    @Test
    void aTakenPinLeavesNoUserBehind() {
        accounts.invite(caller, jane(), HOUR, new NewPin("4711", true));

        assertReason(
                Reason.PIN_TAKEN,
                () -> accounts.invite(caller, NewUser.of(tenant, "john"), HOUR, new NewPin("4711", true)));

        assertTrue(users.byUsername(tenant, "john").isEmpty());
    }

    @Test
    void aDrawnPinFindsItsUserAndTenWrongOnesShutOut() {
        var jane = users.add(caller, jane()).user();
        var pin = pins.give(caller, tenant, jane.id(), new NewPin(null, true));

        assertEquals(jane.id(), pins.find(HERE, tenant, "till", pin).orElseThrow());
        for (int i = 0; i < 10; i++) {
            assertTrue(pins.find(HERE, tenant, "till", "wrong").isEmpty());
        }
        assertReason(Reason.RATE_LIMITED, () -> pins.find(HERE, tenant, "till", pin));
        assertEquals(jane.id(), pins.find(HERE, tenant, "another till", pin).orElseThrow());
    }

    @Test
    void theRightPinInBetweenDoesNotMakeRoomForMoreWrongOnes() {
        var jane = users.add(caller, jane()).user();
        pins.set(caller, tenant, jane.id(), "4711", true);
        var john = users.add(caller, NewUser.of(tenant, "john")).user();
        pins.set(caller, tenant, john.id(), "4712", true);

        for (int i = 0; i < 10; i++) {
            assertTrue(pins.proves(HERE, tenant, jane.id(), "4711"));
            assertFalse(pins.proves(HERE, tenant, jane.id(), "4712"));
        }

        assertReason(Reason.RATE_LIMITED, () -> pins.proves(HERE, tenant, jane.id(), "4711"));
        assertTrue(pins.proves(HERE, tenant, john.id(), "4712"));
    }

    private NewUser jane() {
        return NewUser.of(tenant, "jane").email("jane@example.com").groups(Set.of());
    }

    private User again(User user) {
        return users.require(tenant, user.id());
    }

    private void close(User user) {
        users.change(caller, tenant, user.id(), new UserChange().status(Field.of(UserStatus.INACTIVE)), null);
    }

    private static void assertInvalid(Executable step) {
        assertReason(Reason.ONE_TIME_TOKEN_INVALID, step);
    }

    private static void assertReason(Reason reason, Executable step) {
        assertEquals(reason, assertThrows(Refusal.class, step).reason());
    }
}

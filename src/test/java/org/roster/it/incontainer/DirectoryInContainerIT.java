package org.roster.it.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.naming.InitialContext;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.roster.audit.AuditFilter;
import org.roster.audit.AuditTrail;
import org.roster.caller.Caller;
import org.roster.directory.apikey.NewApiKey;
import org.roster.directory.group.GroupFilter;
import org.roster.directory.group.GroupService;
import org.roster.directory.group.NewGroup;
import org.roster.directory.onetime.OneTimeTokenService;
import org.roster.directory.onetime.Purpose;
import org.roster.directory.tenant.NewTenant;
import org.roster.directory.tenant.TenantService;
import org.roster.directory.user.NewUser;
import org.roster.directory.user.UserService;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/** What cannot be seen from outside: the database takes part in transactions, a change and its event are one. */
class DirectoryInContainerIT extends InContainer {

    @Inject
    TenantService tenants;

    @Inject
    UserService users;

    @Inject
    GroupService groups;

    @Inject
    OneTimeTokenService oneTimeTokens;

    @Inject
    AuditTrail audit;

    @Inject
    FailingObserver observer;

    @Inject
    UserTransaction transaction;

    @Inject
    BeanManager beans;

    private Caller caller;
    private UUID tenant;

    @BeforeEach
    void aTenantOfItsOwn() {
        var code = "t-" + Long.toString(System.nanoTime(), 36);
        tenant = tenants.add(Caller.system(new UUID(0, 0), "test"), new NewTenant(code, code, null, Map.of()))
                .id();
        caller = Caller.system(tenant, "test");
    }

    @AfterEach
    void recordEverythingAgain() {
        observer.failAt("");
    }

    @Test
    @SuppressWarnings("BanJNDI")
    void theDatabaseTakesPartInATransaction() throws Exception {
        // Looked up: Arquillian injects by CDI only.
        DataSource database = InitialContext.doLookup("java:comp/DefaultDataSource");
        transaction.begin();
        try (var connection = database.getConnection()) {
            assertTrue(connection.isValid(5));
            assertEquals(Status.STATUS_ACTIVE, transaction.getStatus());
        } finally {
            transaction.rollback();
        }
        assertEquals(Status.STATUS_NO_TRANSACTION, transaction.getStatus());
    }

    @Test
    void rostersBeansAreFound() {
        assertFalse(beans.getBeans(Object.class).isEmpty());
    }

    @Test
    void aUserWhoseEventCannotBeWrittenIsNotThere() {
        var group = groups.add(caller, new NewGroup(tenant, "g", null, null, Set.of(), null, Map.of()));
        var key = new NewApiKey(tenant, "k", null, Set.of(), null, null, null);
        observer.failAt("user.created");

        assertThrows(
                IllegalStateException.class,
                () -> users.add(caller, jane().groups(Set.of(group.id())).apiKey(key)));

        assertTrue(users.byUsername(tenant, "jane").isEmpty());
        assertEquals(0, events("user.created"));
        assertEquals(0, events("api_key.created"));
        observer.failAt("");
        users.add(caller, jane());
        assertEquals(1, events("user.created"));
    }

    @Test
    void aUserWhoseKeyCannotBeRecordedIsNotThereEither() {
        var key = new NewApiKey(tenant, "k", null, Set.of(), null, null, null);
        observer.failAt("api_key.created");

        assertThrows(IllegalStateException.class, () -> users.add(caller, jane().apiKey(key)));

        assertTrue(users.byUsername(tenant, "jane").isEmpty());
        assertEquals(0, events("user.created"));
    }

    @Test
    void aGroupThatIsNotThereLeavesNoUserBehind() {
        var refusal = assertThrows(Refusal.class, () -> users.add(caller, jane().groups(Set.of(UUID.randomUUID()))));

        assertEquals(Reason.GROUP_UNKNOWN, refusal.reason());
        assertTrue(users.byUsername(tenant, "jane").isEmpty());
        assertTrue(
                groups.find(caller, tenant, GroupFilter.ALL, null, 10).items().isEmpty());
    }

    @Test
    void ofManyRequestsOneRedeemsAOneTimeToken() throws Exception {
        var user = users.add(caller, jane()).user().id();
        var token = oneTimeTokens.issue(caller, tenant, user, Purpose.INVITATION, Duration.ofHours(1));
        var threads = Executors.newFixedThreadPool(8);
        var tries = new ArrayList<Callable<UUID>>();
        for (int i = 0; i < 16; i++) {
            tries.add(() -> oneTimeTokens.redeem(caller, tenant, token, Purpose.INVITATION));
        }

        List<Future<UUID>> outcomes = threads.invokeAll(tries);
        threads.shutdown();

        int redeemed = 0;
        for (var outcome : outcomes) {
            try {
                assertEquals(user, outcome.get());
                redeemed++;
            } catch (ExecutionException e) {
                assertEquals(Reason.ONE_TIME_TOKEN_INVALID, ((Refusal) e.getCause()).reason());
            }
        }
        assertEquals(1, redeemed);
    }

    @Test
    void aOneTimeTokenIsGoodForItsPurposeTenantAndTimeOnly() {
        var user = users.add(caller, jane()).user().id();
        var token = oneTimeTokens.issue(caller, tenant, user, Purpose.INVITATION, Duration.ofHours(1));
        var expired = oneTimeTokens.issue(caller, tenant, user, Purpose.INVITATION, Duration.ZERO);

        assertInvalid(() -> oneTimeTokens.redeem(caller, tenant, token, Purpose.PASSWORD_RESET));
        assertInvalid(() -> oneTimeTokens.redeem(caller, UUID.randomUUID(), token, Purpose.INVITATION));
        assertInvalid(() -> oneTimeTokens.redeem(caller, tenant, expired, Purpose.INVITATION));
        assertInvalid(() -> oneTimeTokens.redeem(caller, tenant, "guessed", Purpose.INVITATION));
        assertEquals(user, oneTimeTokens.redeem(caller, tenant, token, Purpose.INVITATION));
    }

    private static void assertInvalid(Executable redeem) {
        assertEquals(
                Reason.ONE_TIME_TOKEN_INVALID,
                assertThrows(Refusal.class, redeem).reason());
    }

    private NewUser jane() {
        return NewUser.of(tenant, "jane").email("jane@example.com");
    }

    private int events(String type) {
        return audit.find(caller, tenant, new AuditFilter(null, type), false, null, 10)
                .items()
                .size();
    }
}

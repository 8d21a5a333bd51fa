package org.roster.it.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.naming.InitialContext;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.roster.audit.chain.AuditRetention;
import org.roster.audit.chain.AuditVerifier;
import org.roster.audit.chain.ChainHash;
import org.roster.audit.chain.ChainedEvent;
import org.roster.audit.chain.Checkpoints;
import org.roster.audit.chain.EventFeed;
import org.roster.audit.chain.Finding;
import org.roster.audit.chain.Verification;
import org.roster.caller.Caller;
import org.roster.directory.Field;
import org.roster.directory.tenant.NewTenant;
import org.roster.directory.tenant.TenantService;
import org.roster.directory.user.NewUser;
import org.roster.directory.user.UserChange;
import org.roster.directory.user.UserService;
import org.roster.persistence.Transactions;
import org.roster.privacy.ErasureService;

/** Whoever changes rows of the audit trail in the database is found out, and the row is named. */
class AuditInContainerIT extends InContainer {

    private static final int EVENTS = 7;

    @Inject
    TenantService tenants;

    @Inject
    UserService users;

    @Inject
    ErasureService erasure;

    @Inject
    AuditVerifier verifier;

    @Inject
    EventFeed feed;

    @Inject
    Checkpoints checkpoints;

    @Inject
    AuditRetention retention;

    @Inject
    Transactions transactions;

    @Inject
    Clock clock;

    private Caller caller;
    private UUID tenant;
    private UUID jane;

    @BeforeEach
    void aTrailOfSevenEvents() throws Exception {
        var code = "t-" + Long.toString(System.nanoTime(), 36);
        tenant = tenants.add(Caller.system(new UUID(0, 0), "test"), new NewTenant(code, code, null, Map.of()))
                .id();
        caller = Caller.system(tenant, "test");
        jane = add("jane");
        for (int i = 0; i < 5; i++) {
            users.change(caller, tenant, jane, new UserChange().givenName(Field.of("Jane " + i)), null);
        }
        sealed(EVENTS);
        assertEquals(List.of(), verify().findings());
    }

    @Test
    void aValueThatWasEditedIsNamed() throws Exception {
        sql("update audit_record set after_values = ? where id = ?", "{\"givenName\":\"Mallory\"}", id(4));

        assertFound(Finding.Kind.EDITED, 4, 4, event(4));
    }

    @Test
    void aRowWhoseTypeOrActorWasEditedIsNamed() throws Exception {
        sql("update audit_record set type = 'user.joined' where id = ?", id(3));
        assertFound(Finding.Kind.EDITED, 3, 3, event(3));

        sql("update audit_record set type = 'user.updated', actor_name = 'mallory' where id = ?", id(3));
        assertFound(Finding.Kind.EDITED, 3, 3, event(3));
    }

    @Test
    void aRowThatWasDeletedIsNamed() throws Exception {
        var gone = event(5);
        sql("delete from audit_record where id = ?", id(5));

        assertFound(Finding.Kind.MISSING, 5, 5, gone);
    }

    @Test
    void rowsThatWereDeletedWithTheirPlacesAreNamed() throws Exception {
        sql("delete from audit_record where id in (?, ?)", id(3), id(4));
        sql("delete from audit_link where tenant_id = ? and seq in (3, 4)", tenant);

        assertFound(Finding.Kind.MISSING, 3, 4, null);
    }

    @Test
    void rowsThatChangedPlacesAreNamed() throws Exception {
        sql("update audit_link set seq = -1 where tenant_id = ? and seq = 3", tenant);
        sql("update audit_link set seq = 3 where tenant_id = ? and seq = 6", tenant);
        sql("update audit_link set seq = 6 where tenant_id = ? and seq = -1", tenant);

        var found = verify().findings();

        assertEquals(
                List.of(3L, 6L),
                found.stream()
                        .filter(one -> one.kind() == Finding.Kind.MOVED)
                        .map(Finding::seq)
                        .sorted()
                        .collect(Collectors.toList()),
                found::toString);
    }

    @Test
    void aTrailThatWasCutOffIsNamed() throws Exception {
        sql("delete from audit_record where id in (?, ?)", id(6), id(7));
        sql("delete from audit_link where tenant_id = ? and seq > 5", tenant);

        assertFound(Finding.Kind.TRUNCATED, 6, 7, null);
    }

    @Test
    void onlyACheckpointFindsATrailThatWasSetBackToAnOlderState() throws Exception {
        var before = rows();
        add("june");
        sealed(EVENTS + 1);
        var checkpoint = checkpoints.read(
                transactions.write(() -> checkpoints.sign(tenant)).orElseThrow().text());
        sql("delete from audit_record where id = ?", id(8));
        sql("delete from audit_link where tenant_id = ? and seq > 7", tenant);
        sql("delete from audit_seal where tenant_id = ? and seq > 7", tenant);
        sql(
                "update audit_chain set seq = 7, link = ? where tenant_id = ?",
                before.get(6).link(),
                tenant);

        assertEquals(List.of(), verify().findings());
        var found = transactions
                .write(() -> verifier.verify(tenant, null, 1000, checkpoint))
                .findings();
        assertEquals(1, found.size());
        assertEquals(Finding.Kind.TRUNCATED, found.get(0).kind());
        assertEquals(8, found.get(0).seq());
    }

    @Test
    void whoRewritesTheWholeChainLacksTheKeyOfTheSeals() throws Exception {
        sql("update audit_record set type = 'user.joined' where id = ?", id(3));
        byte[] link = ChainHash.origin();
        for (var row : rows()) {
            link = ChainHash.link(link, row.seq(), row.event());
            sql(
                    "update audit_link set link = ? where event_id = ?",
                    link,
                    row.event().id());
        }
        sql("update audit_chain set link = ? where tenant_id = ?", link, tenant);

        var rewritten = verify().findings();
        assertTrue(
                rewritten.stream().anyMatch(one -> one.kind() == Finding.Kind.REWRITTEN && one.seq() >= 3),
                rewritten::toString);

        sql("update audit_seal set link = ? where tenant_id = ? and seq = 7", link, tenant);
        var forged = verify().findings();
        assertTrue(
                forged.stream().anyMatch(one -> one.kind() == Finding.Kind.UNSEALED && one.seq() == 7),
                forged::toString);
    }

    @Test
    void aRowThatWasAddedBehindTheChainsBackIsNamed() throws Exception {
        var added =
                UUID.fromString("01900000-0000-7000-8000-" + tenant.toString().substring(24));
        insert(added, 0);

        var found = verify().findings();

        assertEquals(
                List.of(Finding.Kind.ADDED), found.stream().map(Finding::kind).toList());
        assertEquals(added, found.get(0).event());
    }

    @Test
    void aRowOfTheVersionBeforeIsSealedAsItIsFound() throws Exception {
        insert(UUID.fromString("01900000-0000-7000-8000-" + tenant.toString().substring(24)), 1);

        sealed(EVENTS + 1);

        assertEquals(List.of(), verify().findings());
        sql("update audit_record set actor_name = 'mallory' where id = ?", id(8));
        assertFound(Finding.Kind.EDITED, 8, 8, event(8));
    }

    @Test
    void anErasureLeavesTheChainWholeAndNothingElseMayTakeValuesOut() throws Exception {
        var june = add("june");
        sealed(EVENTS + 1);
        erasure.erase(caller, tenant, jane);
        sealed(EVENTS + 3);

        assertEquals(List.of(), verify().findings());
        var told = rows().stream()
                .map(row -> row.event().before() + " " + row.event().after())
                .collect(Collectors.joining());
        assertTrue(told.contains("june") && !told.contains("jane") && !told.contains("Jane"), told);

        sql(
                "update audit_record set after_values = '{}', salt = ? where id = ?",
                zeroed(rows().get(7).event().salt()),
                id(8));
        assertEquals(june, rows().get(7).event().subjectId());
        assertFound(Finding.Kind.BLOTTED, 8, 8, event(8));
    }

    @Test
    void whatIsLetGoIsAccountedForAndNothingMore() throws Exception {
        retention.prune(tenant, clock.instant().plusSeconds(1));
        sealed(EVENTS + 1);

        assertEquals(8, verify().from());
        assertEquals(List.of(), verify().findings());
        assertEquals(
                List.of(AuditRetention.PRUNED),
                rows().stream().map(row -> row.event().type()).toList());

        add("june");
        sealed(EVENTS + 2);
        sql("delete from audit_record where id = ?", rows().get(0).event().id());
        sql("delete from audit_link where tenant_id = ? and seq = 8", tenant);
        var found = verify().findings();
        assertEquals(
                List.of(Finding.Kind.MISSING), found.stream().map(Finding::kind).toList());
        assertEquals(8, found.get(0).through());
    }

    @Test
    void aLongTrailIsVerifiedAPieceAtATime() {
        var first = verifier.verify(tenant, null, 3, null);
        var second = verifier.verify(tenant, first.next(), 100, null);

        assertEquals(List.of(1L, 3L, 4L), List.of(first.from(), first.through(), first.next()));
        assertEquals(List.of(4L, 7L), List.of(second.from(), second.through()));
        assertNull(second.next());
        assertTrue(first.good() && second.good());
    }

    private UUID add(String name) {
        return users.add(caller, NewUser.of(tenant, name)).user().id();
    }

    /** In a transaction of its own, as a request of its own would: within one, a row that was read is not read again. */
    private Verification verify() {
        return transactions.write(() -> verifier.verify(tenant, null, 1000, null));
    }

    private List<ChainedEvent> rows() {
        return transactions.write(() -> feed.after(tenant, 0, null, null, 1000));
    }

    private UUID event(long seq) {
        return rows().stream()
                .filter(row -> row.seq() == seq)
                .findFirst()
                .orElseThrow()
                .event()
                .id();
    }

    private String id(long seq) {
        return event(seq).toString();
    }

    private void assertFound(Finding.Kind kind, long seq, long through, UUID event) {
        var found = verify().findings();
        assertEquals(1, found.size(), found::toString);
        assertEquals(kind, found.get(0).kind(), found::toString);
        assertEquals(seq, found.get(0).seq());
        assertEquals(through, found.get(0).through());
        assertEquals(event, found.get(0).event());
    }

    /** Waits until so many events have their places. */
    private void sealed(int count) throws InterruptedException {
        var until = Instant.now().plusSeconds(30);
        while (true) {
            var found = verify();
            if (found.waiting() == 0 && found.through() == count) {
                return;
            }
            assertTrue(Instant.now().isBefore(until), () -> "sealed up to " + found.through());
            Thread.sleep(50);
        }
    }

    private static byte[] zeroed(byte[] salt) {
        var left = salt.clone();
        Arrays.fill(left, 16, 32, (byte) 0);
        assertNotEquals(0, left[0] | left[1] | left[2] | left[3]);
        return left;
    }

    /** A row as somebody writes it who knows nothing of chains. */
    private void insert(UUID id, int pending) throws Exception {
        sql(
                "insert into audit_record (id, tenant_id, at, type, subject_type, subject_id, actor_kind, actor_id,"
                        + " actor_name, contract, request_id, pending) values (?, ?, '2026-01-01 00:00:00', 'user.seen',"
                        + " 'user', ?, 'SYSTEM', ?, 'roster', 'test', '', ?)",
                id,
                tenant,
                jane,
                tenant,
                pending);
    }

    @SuppressWarnings("BanJNDI")
    private static void sql(String statement, Object... values) throws Exception {
        DataSource database = InitialContext.doLookup("java:comp/DefaultDataSource");
        try (var connection = database.getConnection();
                var prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i] instanceof UUID id ? id.toString() : values[i]);
            }
            assertTrue(prepared.executeUpdate() > 0, statement);
        } catch (SQLException e) {
            throw new AssertionError(statement, e);
        }
    }
}

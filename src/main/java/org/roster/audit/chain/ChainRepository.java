package org.roster.audit.chain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.roster.audit.AuditRecord;
import org.roster.event.EventType;
import org.roster.persistence.InstantConverter;
import org.roster.persistence.JsonConverter;
import org.roster.persistence.NativeIds;
import org.roster.tally.Backlog;

/** Keeps the chains. */
@ApplicationScoped
class ChainRepository {

    private static final int LINKED_AT_ONCE = 32;

    @PersistenceContext
    EntityManager em;

    /** Tenants with rows that have no place yet. */
    List<UUID> waiting(int limit) {
        return NativeIds.of(
                em.createNativeQuery("select distinct tenant_id from audit_record where pending = 1 order by tenant_id")
                        .setMaxResults(limit)
                        .getResultList());
    }

    /** The last place of a tenant's chain as it is now, also for who has asked before in the same request; zero without one. */
    long head(UUID tenant) {
        return em
                .createQuery("select c.seq from AuditChain c where c.tenantId = :tenant", Long.class)
                .setParameter("tenant", tenant)
                .getResultList()
                .stream()
                .findFirst()
                .orElse(0L);
    }

    Optional<AuditChain> chain(UUID tenant) {
        return Optional.ofNullable(em.find(AuditChain.class, tenant));
    }

    /** The end of a tenant's chain, which no other transaction can move before this one has ended. */
    Optional<AuditChain> locked(UUID tenant) {
        return Optional.ofNullable(em.find(AuditChain.class, tenant, LockModeType.PESSIMISTIC_WRITE));
    }

    void add(Object row) {
        em.persist(row);
    }

    void flush() {
        em.flush();
    }

    /** Rows that have no place yet, the oldest first. */
    List<AuditRecord> pending(UUID tenant, int limit) {
        return em.createQuery(
                        "select r from AuditRecord r where r.tenantId = :tenant and r.pending = 1 order by r.id",
                        AuditRecord.class)
                .setParameter("tenant", tenant)
                .setMaxResults(limit)
                .getResultList();
    }

    long countPending(UUID tenant) {
        return em.createQuery(
                        "select count(r) from AuditRecord r where r.tenantId = :tenant and r.pending = 1", Long.class)
                .setParameter("tenant", tenant)
                .getSingleResult();
    }

    /** The rows of all tenants that have no place yet. */
    Backlog backlog() {
        var waiting = em.createQuery("select count(r) from AuditRecord r where r.pending = 1", Long.class)
                .getSingleResult();
        var oldest = em.createQuery("select r.at from AuditRecord r where r.pending = 1 order by r.id", Instant.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
        return new Backlog(waiting, 0, oldest.orElse(null));
    }

    /** Gives rows their places. */
    void link(UUID tenant, List<ChainedEvent> rows) {
        int size;
        for (int from = 0; from < rows.size(); from += size) {
            // Of few sizes, so that the database has each statement prepared; and small, since the cost of a
            // statement's
            // parameters grows with the square of their number.
            size = Math.min(LINKED_AT_ONCE, Integer.highestOneBit(rows.size() - from));
            linkSome(tenant, rows.subList(from, from + size));
        }
    }

    private void linkSome(UUID tenant, List<ChainedEvent> rows) {
        var values = IntStream.range(0, rows.size())
                .map(i -> 4 * i)
                .mapToObj(i -> "(?%d, ?%d, ?%d, ?%d)".formatted(i + 1, i + 2, i + 3, i + 4))
                .collect(Collectors.joining(", "));
        var insert = em.createNativeQuery("insert into audit_link (tenant_id, seq, event_id, link) values " + values);
        int parameter = 0;
        for (var row : rows) {
            insert.setParameter(++parameter, tenant);
            insert.setParameter(++parameter, row.seq());
            insert.setParameter(++parameter, row.event().id());
            insert.setParameter(++parameter, row.link());
        }
        insert.executeUpdate();
        var update = em.createNativeQuery("update audit_record set pending = 0 where id in ("
                + IntStream.rangeClosed(1, rows.size()).mapToObj(i -> "?" + i).collect(Collectors.joining(", "))
                + ')');
        for (int i = 0; i < rows.size(); i++) {
            update.setParameter(i + 1, rows.get(i).event().id());
        }
        update.executeUpdate();
    }

    /** Rows in their order, behind a place. */
    List<ChainedEvent> after(UUID tenant, long seq, @Nullable String type, @Nullable UUID subject, int limit) {
        var query = em.createQuery(
                        "select l, r from AuditLink l join AuditRecord r on r.id = l.eventId"
                                + " where l.tenantId = :tenant and l.seq > :seq"
                                + (type == null ? "" : " and r.type = :type")
                                + (subject == null ? "" : " and r.subjectId = :subject")
                                + " order by l.seq",
                        Object[].class)
                .setParameter("tenant", tenant)
                .setParameter("seq", seq)
                .setMaxResults(limit);
        if (type != null) {
            query.setParameter("type", type);
        }
        if (subject != null) {
            query.setParameter("subject", subject);
        }
        return query.getResultList().stream()
                .map(row ->
                        new ChainedEvent(((AuditLink) row[0]).seq(), ((AuditLink) row[0]).link(), (AuditRecord) row[1]))
                .toList();
    }

    /** Links of places from one on up to another in their order, also those whose row is gone. */
    List<AuditLink> links(UUID tenant, long from, long upTo) {
        return em.createQuery(
                        "select l from AuditLink l where l.tenantId = :tenant and l.seq >= :from and l.seq <= :upTo"
                                + " order by l.seq",
                        AuditLink.class)
                .setParameter("tenant", tenant)
                .setParameter("from", from)
                .setParameter("upTo", upTo)
                .getResultList();
    }

    List<AuditRecord> events(UUID tenant, Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select r from AuditRecord r where r.tenantId = :tenant and r.id in :ids",
                                AuditRecord.class)
                        .setParameter("tenant", tenant)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    /** The place before the first link that is there, zero for a chain that nothing was taken from. */
    long base(UUID tenant) {
        var first = em.createQuery("select min(l.seq) from AuditLink l where l.tenantId = :tenant", Long.class)
                .setParameter("tenant", tenant)
                .getSingleResult();
        return first == null ? 0 : first - 1;
    }

    /** Seals in their order, of places from one on up to another. */
    List<AuditSeal> seals(UUID tenant, long from, long upTo) {
        return em.createQuery(
                        "select s from AuditSeal s where s.tenantId = :tenant and s.seq >= :from and s.seq <= :upTo"
                                + " order by s.seq",
                        AuditSeal.class)
                .setParameter("tenant", tenant)
                .setParameter("from", from)
                .setParameter("upTo", upTo)
                .getResultList();
    }

    Optional<AuditSeal> lastSeal(UUID tenant) {
        return em
                .createQuery(
                        "select s from AuditSeal s where s.tenantId = :tenant order by s.seq desc", AuditSeal.class)
                .setParameter("tenant", tenant)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Those of some ids that the trail says were erased, in whatever tenant it says so. */
    Set<UUID> erased(Collection<UUID> people) {
        return people.isEmpty()
                ? Set.of()
                : new TreeSet<>(em.createQuery(
                                "select r.subjectId from AuditRecord r where r.type = :type and r.subjectId in :ids",
                                UUID.class)
                        .setParameter("type", EventType.USER_ERASED.type())
                        .setParameter("ids", people)
                        .getResultList());
    }

    /** Whether the trail itself says that its rows up to a place were let go. */
    boolean pruned(UUID tenant, long through) {
        return em
                .createQuery(
                        "select r from AuditRecord r where r.tenantId = :tenant and r.type = :type and r.subjectId = :tenant"
                                + " order by r.id desc",
                        AuditRecord.class)
                .setParameter("tenant", tenant)
                .setParameter("type", AuditRetention.PRUNED)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .anyMatch(row -> JsonConverter.read(row.after()).get("through") instanceof Number last
                        && last.longValue() >= through);
    }

    /** Rows that neither have a place nor wait for one. */
    List<AuditRecord> unlinked(UUID tenant, int limit) {
        return em.createQuery(
                        "select r from AuditRecord r where r.tenantId = :tenant and r.pending <> 1 and not exists"
                                + " (select 1 from AuditLink l where l.eventId = r.id)",
                        AuditRecord.class)
                .setParameter("tenant", tenant)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The last place that was sealed before a moment, if it is behind the beginning. */
    Optional<Long> sealedBefore(Instant moment, UUID tenant) {
        return Optional.ofNullable(em.createQuery(
                        "select max(s.seq) from AuditSeal s where s.tenantId = :tenant and s.sealedAt < :moment",
                        Long.class)
                .setParameter("tenant", tenant)
                .setParameter("moment", moment)
                .getSingleResult());
    }

    /** Tenants whose chain begins with a row from before a moment. */
    List<UUID> tenantsWithSealsBefore(Instant moment) {
        return NativeIds.of(
                em.createNativeQuery("select tenant_id from audit_seal where sealed_at < ?1 group by tenant_id"
                                + " having count(*) > 1 order by tenant_id")
                        .setParameter(1, InstantConverter.utc(moment))
                        .getResultList());
    }

    /** Takes rows up to a place out of the trail, with their links, at most so many; the seal of the last place stays. */
    int prune(UUID tenant, long through, int limit) {
        long base = base(tenant);
        var links = links(tenant, base + 1, Math.min(through, base + limit));
        if (links.isEmpty()) {
            return 0;
        }
        var list = IntStream.rangeClosed(1, links.size()).mapToObj(i -> "?" + i).collect(Collectors.joining(", "));
        for (var statement : List.of(
                "delete from audit_record where id in (" + list + ")",
                "delete from audit_link where event_id in (" + list + ")")) {
            var delete = em.createNativeQuery(statement);
            for (int i = 0; i < links.size(); i++) {
                delete.setParameter(i + 1, links.get(i).eventId());
            }
            delete.executeUpdate();
        }
        return links.size();
    }

    void pruneSeals(UUID tenant, long before) {
        em.createNativeQuery("delete from audit_seal where tenant_id = ?1 and seq < ?2")
                .setParameter(1, tenant)
                .setParameter(2, before)
                .executeUpdate();
    }

    /** Tenants whose chain has grown since a moment. */
    List<UUID> grownSince(Instant moment) {
        return NativeIds.of(em.createNativeQuery(
                        "select distinct tenant_id from audit_seal where sealed_at >= ?1 order by tenant_id")
                .setParameter(1, InstantConverter.utc(moment))
                .getResultList());
    }
}

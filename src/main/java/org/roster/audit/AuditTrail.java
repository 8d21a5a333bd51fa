package org.roster.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.directory.query.Cursors;
import org.roster.directory.query.Page;
import org.roster.directory.query.PageReader;
import org.roster.event.Change;
import org.roster.event.EventType;

/**
 * Writes and reads the audit trail. The observer runs inside the transaction of the change; when the row cannot be
 * written, the change does not happen.
 */
@ApplicationScoped
public class AuditTrail {

    @PersistenceContext
    EntityManager em;

    @Inject
    Cursors cursors;

    @Inject
    PageReader reader;

    void onChange(@Observes Change change) {
        em.persist(new AuditRecord(change));
    }

    /** The row that a change would leave; it is not kept. */
    public static AuditRecord row(Change change) {
        return new AuditRecord(change);
    }

    /** One record of a tenant. */
    public Optional<AuditRecord> byId(UUID tenant, UUID id) {
        return Optional.ofNullable(em.find(AuditRecord.class, id))
                .filter(row -> row.tenantId().equals(tenant));
    }

    /** A page of a tenant's records, oldest first unless asked otherwise. */
    public Page<AuditRecord> find(
            Caller caller, UUID tenant, AuditFilter filter, boolean newestFirst, @Nullable String cursor, int limit) {
        var binding = "events " + tenant + ' ' + caller.id() + ' ' + filter + ' ' + newestFirst;
        var parameters = new LinkedHashMap<String, Object>();
        var where = where(tenant, filter, parameters);
        var last = cursor == null
                ? null
                : UUID.fromString(cursors.decode(binding, cursor).get(0));
        return reader.page(
                limit,
                AuditRecord::weight,
                (row, most) -> after(where, newestFirst, parameters, row == null ? last : row.id(), most),
                row -> cursors.encode(binding, row.id().toString()));
    }

    private List<AuditRecord> after(
            String where, boolean newestFirst, Map<String, Object> parameters, @Nullable UUID last, int most) {
        if (last == null) {
            return run(where, newestFirst, parameters).setMaxResults(most).getResultList();
        }
        return run(where + (newestFirst ? " and r.id < :last" : " and r.id > :last"), newestFirst, parameters)
                .setParameter("last", last)
                .setMaxResults(most)
                .getResultList();
    }

    /** A stretch of a tenant's records, for contracts that count. */
    public List<AuditRecord> slice(UUID tenant, AuditFilter filter, boolean newestFirst, int offset, int limit) {
        var parameters = new LinkedHashMap<String, Object>();
        var where = where(tenant, filter, parameters);
        return reader.slice(
                limit,
                AuditRecord::weight,
                (last, most) -> last == null
                        ? run(where, newestFirst, parameters)
                                .setFirstResult(offset)
                                .setMaxResults(most)
                                .getResultList()
                        : after(where, newestFirst, parameters, last.id(), most));
    }

    /** The same for who looks at them and lets them go. */
    public List<AuditRecord> part(UUID tenant, AuditFilter filter, boolean newestFirst, int offset, int limit) {
        var parameters = new LinkedHashMap<String, Object>();
        return run(where(tenant, filter, parameters), newestFirst, parameters)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList();
    }

    public long count(UUID tenant, AuditFilter filter) {
        var parameters = new LinkedHashMap<String, Object>();
        var where = where(tenant, filter, parameters);
        var query = em.createQuery("select count(r) from AuditRecord r where " + where, Long.class);
        parameters.forEach(query::setParameter);
        return query.getSingleResult();
    }

    /** All events about a person and all of what it did, in whatever tenant, the oldest first. */
    public List<AuditRecord> about(UUID user) {
        return em.createQuery(
                        "select r from AuditRecord r where r.subjectId = :user or r.actorId = :user order by r.id",
                        AuditRecord.class)
                .setParameter("user", user)
                .getResultList();
    }

    /**
     * Takes out of the trail what it tells of a person who is erased, in the transaction that erases it: the values of the
     * events about it, and its name where it acted. That the events were, and when, stays.
     */
    public void blotOut(UUID user) {
        em.flush();
        for (var row : about(user)) {
            row.commit(); // one of a version before this, so that the chain goes by what it said
            boolean about = row.subjectId().equals(user);
            boolean acted = row.actorId().equals(user);
            em.createNativeQuery("update audit_record set before_values = ?1, after_values = ?2, actor_name = ?3,"
                            + " salt = ?4, actor_digest = ?5, values_digest = ?6 where id = ?7")
                    .setParameter(1, about ? Blot.over(row.before()) : row.before())
                    .setParameter(2, about ? Blot.over(row.after()) : row.after())
                    .setParameter(3, acted ? Blot.TEXT : row.actorName())
                    .setParameter(4, row.saltWithout(acted, about))
                    .setParameter(5, row.actorDigest())
                    .setParameter(6, row.valuesDigest())
                    .setParameter(7, row.id())
                    .executeUpdate();
            em.detach(row);
        }
    }

    private TypedQuery<AuditRecord> run(String where, boolean newestFirst, Map<String, Object> parameters) {
        var order = newestFirst ? " order by r.id desc" : " order by r.id";
        var query = em.createQuery("select r from AuditRecord r where " + where + order, AuditRecord.class);
        parameters.forEach(query::setParameter);
        return query;
    }

    /** The conditions of a filter, whose values join the parameters. */
    private static String where(UUID tenant, AuditFilter filter, Map<String, Object> parameters) {
        var where = new StringBuilder("r.tenantId = :tenant");
        parameters.put("tenant", tenant);
        if (filter.subject() != null) {
            where.append(" and r.subjectId = :subject");
            parameters.put("subject", filter.subject());
        }
        if (filter.type() != null) {
            where.append(" and r.type = :type");
            parameters.put("type", filter.type());
        }
        if (filter.subjectType() != null) {
            where.append(" and r.subjectType = :subjectType");
            parameters.put("subjectType", filter.subjectType());
        }
        if (!filter.access()) {
            where.append(" and r.type not in :access");
            parameters.put("access", EventType.access());
        }
        if (filter.day() != null) {
            where.append(" and r.at >= :from and r.at < :until");
            parameters.put("from", filter.day().atStartOfDay(ZoneOffset.UTC).toInstant());
            parameters.put(
                    "until",
                    filter.day().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        }
        return where.toString();
    }
}

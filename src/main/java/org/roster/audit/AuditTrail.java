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

    /** A row may be half a megabyte, and what is blotted out is not weighed. */
    private static final int BLOTTED_AT_ONCE = 10;

    /** Begins the cursor of what a person did. */
    private static final String ACTED = "acted ";

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

    /**
     * A page of all that the trail has of a person, in whatever tenant: the events about it, and behind these what it did to others, the
     * oldest of each first. Each is found by its own index; for an "or" the databases would go through the whole trail.
     *
     * @param cursor of the page before, or null for the first; it is for who goes on reading, and not to be given out
     */
    public Page<AuditRecord> about(UUID person, @Nullable String cursor) {
        boolean acted = cursor != null && cursor.startsWith(ACTED);
        var side = acted ? ACTED : "";
        var id = cursor == null ? "" : cursor.substring(side.length());
        var last = id.isEmpty() ? null : UUID.fromString(id);
        var page = reader.page(
                Page.MAX,
                AuditRecord::weight,
                (row, most) -> ofPerson(acted, person, row == null ? last : row.id(), most),
                row -> side + row.id());
        return acted || page.next() != null ? page : new Page<>(page.items(), ACTED);
    }

    private List<AuditRecord> ofPerson(boolean acted, UUID person, @Nullable UUID last, int most) {
        var where = (acted ? "r.actorId = :person and r.subjectId <> :person" : "r.subjectId = :person")
                + (last == null ? "" : " and r.id > :last");
        var query = em.createQuery("select r from AuditRecord r where " + where + " order by r.id", AuditRecord.class)
                .setParameter("person", person)
                .setMaxResults(most);
        return (last == null ? query : query.setParameter("last", last)).getResultList();
    }

    /**
     * Takes out of the trail what it tells of a person who is erased, in the transaction that erases it: the values of the
     * events about it, and its name where it acted. That the events were, and when, stays.
     */
    public void blotOut(UUID person) {
        em.flush();
        blotOut(person, false);
        blotOut(person, true);
    }

    private void blotOut(UUID person, boolean acted) {
        UUID last = null;
        List<AuditRecord> rows;
        do {
            rows = ofPerson(acted, person, last, BLOTTED_AT_ONCE);
            for (var row : rows) {
                blotOut(person, row);
                em.detach(row);
                last = row.id();
            }
        } while (rows.size() == BLOTTED_AT_ONCE);
    }

    private void blotOut(UUID person, AuditRecord row) {
        row.commit(); // one of a version before this, so that the chain goes by what it said
        boolean about = row.subjectId().equals(person);
        boolean acted = row.actorId().equals(person);
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

package org.roster.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.directory.query.Cursors;
import org.roster.directory.query.Page;
import org.roster.event.Change;
import org.roster.system.Ids;

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
    Clock clock;

    void onChange(@Observes Change change) {
        em.persist(new AuditRecord(Ids.next(), clock.instant(), change));
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
        var where = new StringBuilder("r.tenantId = :tenant");
        if (filter.subject() != null) {
            where.append(" and r.subjectId = :subject");
        }
        if (filter.type() != null) {
            where.append(" and r.type = :type");
        }
        if (cursor != null) {
            where.append(newestFirst ? " and r.id < :last" : " and r.id > :last");
        }
        var order = newestFirst ? " order by r.id desc" : " order by r.id";
        var query = em.createQuery("select r from AuditRecord r where " + where + order, AuditRecord.class)
                .setParameter("tenant", tenant);
        if (filter.subject() != null) {
            query.setParameter("subject", filter.subject());
        }
        if (filter.type() != null) {
            query.setParameter("type", filter.type());
        }
        if (cursor != null) {
            query.setParameter(
                    "last", UUID.fromString(cursors.decode(binding, cursor).get(0)));
        }
        var read = query.setMaxResults(limit + 1).getResultList();
        return Page.cut(read, limit, row -> cursors.encode(binding, row.id().toString()));
    }
}

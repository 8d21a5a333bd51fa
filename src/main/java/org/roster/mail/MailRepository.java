package org.roster.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.persistence.InstantConverter;
import org.roster.tally.Backlog;

/** Keeps mails and templates. The dispatcher's queries are of all tenants: a queue has one order. */
@ApplicationScoped
class MailRepository {

    @PersistenceContext
    EntityManager em;

    void add(Mail mail) {
        em.persist(mail);
        em.flush();
    }

    void remove(Mail mail) {
        em.remove(mail);
        em.flush();
    }

    Optional<Mail> byId(UUID tenant, UUID id) {
        return Optional.ofNullable(em.find(Mail.class, id))
                .filter(mail -> mail.tenantId().equals(tenant));
    }

    /** A mail of whatever tenant, for the dispatcher. */
    Optional<Mail> byId(UUID id) {
        return Optional.ofNullable(em.find(Mail.class, id));
    }

    /** The same, which no other transaction that asks for the same gets before this one has ended. */
    Optional<Mail> locked(UUID id) {
        return Optional.ofNullable(em.find(Mail.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** A tenant's mails, the newest first. */
    List<Mail> find(UUID tenant, MailFilter filter, @Nullable UUID before, int limit) {
        var where = new StringBuilder("m.tenantId = :tenant");
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("tenant", tenant);
        if (filter.status() != null) {
            where.append(" and m.status = :status");
            parameters.put("status", filter.status());
        }
        if (filter.kind() != null) {
            where.append(" and m.kind = :kind");
            parameters.put("kind", filter.kind());
        }
        if (filter.user() != null) {
            where.append(" and m.userId = :user");
            parameters.put("user", filter.user());
        }
        if (before != null) {
            where.append(" and m.id < :before");
            parameters.put("before", before);
        }
        var query = em.createQuery("select m from Mail m where " + where + " order by m.id desc", Mail.class);
        parameters.forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList();
    }

    /** Mails whose time has come and that no node is sending, the longest due first. */
    List<UUID> due(Instant now, int most) {
        return em.createQuery(
                        "select m.id from Mail m where m.status = :queued and m.nextTryAt <= :now"
                                + " and (m.leasedUntil is null or m.leasedUntil < :now) order by m.nextTryAt",
                        UUID.class)
                .setParameter("queued", MailStatus.QUEUED)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
    }

    /** Takes a mail for a while; of nodes that want it at once one sees a row change. */
    boolean lease(UUID id, Instant now, Instant until) {
        return em.createNativeQuery("update mail set leased_until = ?1 where id = ?2 and status = 'QUEUED'"
                                + " and next_try_at <= ?3 and (leased_until is null or leased_until < ?3)")
                        .setParameter(1, InstantConverter.utc(until))
                        .setParameter(2, id)
                        .setParameter(3, InstantConverter.utc(now))
                        .executeUpdate()
                == 1;
    }

    /** Queues what was held, now that there is a server. */
    int release(Instant now) {
        return em.createNativeQuery(
                        "update mail set status = 'QUEUED', queued_at = ?1, next_try_at = ?1 where status = 'HELD'")
                .setParameter(1, InstantConverter.utc(now))
                .executeUpdate();
    }

    /** Takes away tokens that are over, some at a time: nobody will need them. How many. */
    int forgetTokens(Instant now, int most) {
        var over = em.createQuery("select m.id from Mail m where m.tokenUntil < :now", UUID.class)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
        return change("update Mail m set m.sealedToken = null, m.tokenUntil = null where m.id in :ids", over);
    }

    Backlog backlog() {
        return new Backlog(count(MailStatus.QUEUED), count(MailStatus.FAILED), oldest());
    }

    private long count(MailStatus status) {
        return em.createQuery("select count(m) from Mail m where m.status = :status", Long.class)
                .setParameter("status", status)
                .getSingleResult();
    }

    private @Nullable Instant oldest() {
        return em.createQuery(
                        "select m.queuedAt from Mail m where m.status = :queued order by m.queuedAt", Instant.class)
                .setParameter("queued", MailStatus.QUEUED)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    /** Takes away old mails, some at a time; how many. */
    int sweep(Instant before, int most) {
        var old = em.createQuery(
                        "select m.id from Mail m where m.createdAt < :before and m.status <> :queued", UUID.class)
                .setParameter("before", before)
                .setParameter("queued", MailStatus.QUEUED)
                .setMaxResults(most)
                .getResultList();
        return change("delete from Mail m where m.id in :ids", old);
    }

    /** Changes these mails, which may be none; how many. */
    private int change(String statement, List<UUID> ids) {
        return ids.isEmpty()
                ? 0
                : em.createQuery(statement).setParameter("ids", ids).executeUpdate();
    }

    Optional<MailTemplate> template(UUID tenant, MailKind kind, String locale) {
        return Optional.ofNullable(em.find(MailTemplate.class, new MailTemplate.Key(tenant, kind, locale)));
    }

    List<MailTemplate> templates(UUID tenant) {
        return em.createQuery(
                        "select t from MailTemplate t where t.tenantId = :tenant order by t.kind, t.locale",
                        MailTemplate.class)
                .setParameter("tenant", tenant)
                .getResultList();
    }

    void add(MailTemplate template) {
        em.persist(template);
        em.flush();
    }

    void remove(MailTemplate template) {
        em.remove(template);
        em.flush();
    }
}

package org.roster.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;
import org.roster.system.Ids;

/**
 * Gives new things their ids. One that is asked for must never have been somebody's before: grants, tokens and history of
 * what was removed must not come alive again (R8).
 */
@ApplicationScoped
public class FreshIds {

    @PersistenceContext
    EntityManager em;

    /**
     * @param wanted the id that the thing has elsewhere and is to keep, or null
     * @throws Refusal {@link Reason#ID_TAKEN}; {@link Reason#VALUE_INVALID} for one that cannot be kept
     */
    public UUID next(UUID tenant, @Nullable UUID wanted, Class<?> entity) {
        if (wanted == null) {
            return Ids.next();
        }
        checkKeepable(wanted);
        if (used(tenant, wanted, entity)) {
            throw taken();
        }
        return wanted;
    }

    /**
     * Whether every database that Roster runs on keeps an id that something has elsewhere.
     *
     * @throws Refusal {@link Reason#VALUE_INVALID}
     */
    public static void checkKeepable(UUID wanted) {
        if (!Ids.keepable(wanted)) {
            throw Refusal.invalid(
                    "id", "cannot be kept: the ninth octet of a UUID of version 8 or above must be 81 to ff");
        }
    }

    /** After a unique key has refused a row: whether the reason is the id that was asked for. */
    public void check(@Nullable UUID wanted, Class<?> entity) {
        if (wanted != null && em.find(entity, wanted) != null) {
            throw taken();
        }
    }

    private boolean used(UUID tenant, UUID wanted, Class<?> entity) {
        return em.find(entity, wanted) != null
                || !em.createQuery(
                                "select r.id from AuditRecord r where r.tenantId = :tenant and r.subjectId = :id",
                                UUID.class)
                        .setParameter("tenant", tenant)
                        .setParameter("id", wanted)
                        .setMaxResults(1)
                        .getResultList()
                        .isEmpty();
    }

    private static Refusal taken() {
        return new Refusal(Reason.ID_TAKEN, "id", "something has or had this id");
    }
}

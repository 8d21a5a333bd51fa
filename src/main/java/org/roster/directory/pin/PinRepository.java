package org.roster.directory.pin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.roster.directory.user.User;

/** Finds and keeps pins; every query takes the tenant first. */
@ApplicationScoped
class PinRepository {

    @PersistenceContext
    EntityManager em;

    Optional<Pin> of(UUID tenant, UUID user) {
        return Optional.ofNullable(em.find(Pin.class, new Pin.Key(tenant, user)));
    }

    List<Pin> ofUsers(UUID tenant, Collection<UUID> users) {
        if (users.isEmpty()) {
            return List.of();
        }
        return em.createQuery("select p from Pin p where p.tenantId = :tenant and p.userId in :users", Pin.class)
                .setParameter("tenant", tenant)
                .setParameter("users", new ArrayList<>(users))
                .getResultList();
    }

    /** Whose pin it is, if that user may sign in with it. */
    Optional<UUID> holder(UUID tenant, String hash) {
        return em.createQuery(
                        "select p.userId from Pin p where p.tenantId = :tenant and p.pinHash = :hash"
                                + " and p.allowed = true",
                        UUID.class)
                .setParameter("tenant", tenant)
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst();
    }

    boolean taken(UUID tenant, String hash) {
        return !em.createQuery(
                        "select p.userId from Pin p where p.tenantId = :tenant and p.pinHash = :hash", UUID.class)
                .setParameter("tenant", tenant)
                .setParameter("hash", hash)
                .getResultList()
                .isEmpty();
    }

    /** Whether the user is at home in the tenant or its guest. */
    boolean belongs(UUID tenant, UUID user) {
        var found = em.find(User.class, user);
        return found != null
                && (found.tenantId().equals(tenant)
                        || !em.createQuery(
                                        "select g.userId from Guest g where g.tenantId = :tenant and g.userId = :user",
                                        UUID.class)
                                .setParameter("tenant", tenant)
                                .setParameter("user", user)
                                .getResultList()
                                .isEmpty());
    }

    void add(Pin pin) {
        em.persist(pin);
    }

    void flush() {
        em.flush();
    }

    void remove(Pin pin) {
        em.remove(pin);
        em.flush();
    }
}

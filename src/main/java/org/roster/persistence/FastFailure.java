package org.roster.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Has a read that finds no database fail at once. EclipseLink reads again twice on its own, five seconds apart, and all that
 * time the request holds its thread, and those behind it wait: a database that is away for a minute would hold Roster up for
 * several.
 */
@ApplicationScoped
public class FastFailure {

    @PersistenceContext
    EntityManager em;

    /**
     * Sets it. By reflection: the server shows EclipseLink's classes to no application, its configuration has no name for this,
     * and another server has another provider, which does not read again.
     */
    public void ready() {
        var provider = em.getDelegate();
        try {
            var session = provider.getClass().getMethod("getServerSession").invoke(provider);
            var login = session.getClass().getMethod("getLogin").invoke(session);
            login.getClass().getMethod("setQueryRetryAttemptCount", int.class).invoke(login, 0);
        } catch (ReflectiveOperationException e) {
            System.getLogger(FastFailure.class.getName())
                    .log(System.Logger.Level.INFO, "reads are not told to fail at once: {0}", e.toString());
        }
    }
}

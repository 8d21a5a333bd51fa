package org.roster.it.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import javax.naming.InitialContext;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class TransactionInContainerIT extends InContainer {

    @Inject
    UserTransaction transaction;

    @Inject
    BeanManager beans;

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
}

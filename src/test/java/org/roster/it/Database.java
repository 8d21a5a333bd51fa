package org.roster.it;

import java.util.Map;

/** The database that this run of the tests is about, by the system property {@code roster.database}. */
public enum Database {
    H2 {
        @Override
        Map<String, String> settings(String name) {
            // Nothing: the server's own default is what is to be tested.
            return Map.of();
        }

        @Override
        Map<String, String> shared(String name) {
            return H2Server.shared().newDatabase(name);
        }
    },
    MARIADB {
        @Override
        Map<String, String> settings(String name) {
            return MariaDb.shared().newDatabase(name);
        }

        @Override
        Map<String, String> shared(String name) {
            return settings(name);
        }
    };

    /** Settings of a server's environment that give it an empty database. */
    abstract Map<String, String> settings(String name);

    /** The same for a database that several processes use at once, this one among them. */
    abstract Map<String, String> shared(String name);

    public static Database current() {
        return "mariadb".equals(System.getProperty("roster.database")) ? MARIADB : H2;
    }

    static Map<String, String> fresh(String name) {
        return current().settings(name);
    }
}

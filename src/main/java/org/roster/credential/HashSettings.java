package org.roster.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a hash of a password costs, and how many are made at once. */
@ApplicationScoped
public class HashSettings {

    @Inject
    @ConfigProperty(name = "ROSTER_ARGON2_MEMORY_KIB", defaultValue = "19456")
    int memoryKib;

    @Inject
    @ConfigProperty(name = "ROSTER_ARGON2_ITERATIONS", defaultValue = "2")
    int iterations;

    @Inject
    @ConfigProperty(name = "ROSTER_HASH_THREADS", defaultValue = "0")
    int threads;

    @Inject
    @ConfigProperty(name = "ROSTER_HASH_QUEUE", defaultValue = "64")
    int queue;

    int memoryKib() {
        return memoryKib;
    }

    int iterations() {
        return iterations;
    }

    /** How many passwords are hashed at once; by default one for each processor. */
    int threads() {
        return threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
    }

    /** How many requests may wait for the hashing; by default 64, at two processors under a second's work. */
    public int queue() {
        return queue;
    }
}

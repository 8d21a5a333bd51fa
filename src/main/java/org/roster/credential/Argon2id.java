package org.roster.credential;

/** The Argon2id function (RFC 9106), version 1.3. Both implementations give byte-equal results. */
interface Argon2id {

    /** The name that the start-up block and the metrics show. */
    String implementation();

    /** Whether these inputs can be computed; what cannot goes to the portable implementation. */
    boolean takes(int saltLength, int memoryKib, int iterations, int parallelism);

    /**
     * @param memoryKib memory cost in KiB
     * @param length the length of the result in bytes
     */
    byte[] hash(byte[] password, byte[] salt, int memoryKib, int iterations, int parallelism, int length);
}

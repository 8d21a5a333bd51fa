package org.roster.retry;

/**
 * The right to answer a request that came with a key.
 *
 * @param id of the row
 * @param aes what the answer will be encrypted with
 */
public record Claim(String id, String lease, byte[] aes) {

    @Override
    public String toString() {
        return "Claim[" + id + "]"; // never the key
    }
}

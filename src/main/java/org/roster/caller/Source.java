package org.roster.caller;

import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from that brings a name and a secret, before it is known who sends it.
 *
 * @param address the network address of the client
 * @param oneTimeCode the code of a second factor that the request carries beside the password, or null
 * @param via the contract through which it came
 * @param requestId the request's identifier, for the audit trail and the logs
 */
public record Source(String address, @Nullable String oneTimeCode, String via, String requestId) {

    @Override
    public String toString() {
        return "Source[" + address + ", " + via + "]"; // never the code
    }
}

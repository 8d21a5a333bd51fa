package org.roster.http;

import java.util.List;
import java.util.Map;
import org.roster.event.Change;
import org.roster.event.Consequence;

/**
 * What a request would have done, and would have been answered.
 *
 * @param headers those of the answer that say something about what was made
 * @param body of the answer
 * @param changes the events
 * @param consequences mails, deliveries
 */
public record Rehearsal(
        int status, Map<String, String> headers, byte[] body, List<Change> changes, List<Consequence> consequences) {

    @Override
    public String toString() {
        return "Rehearsal[" + status + "]"; // never the body, which may hold a secret
    }
}

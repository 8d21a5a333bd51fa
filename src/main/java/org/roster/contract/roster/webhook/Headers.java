package org.roster.contract.roster.webhook;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roster.refusal.Refusal;

/** Reads headers out of a body: an object of texts. */
final class Headers {

    static final String MEMBER = "headers";

    private Headers() {}

    /** @throws Refusal {@link org.roster.refusal.Reason#VALUE_INVALID} for a value that is no text */
    static Map<String, String> given(@Nullable Map<String, ?> members) {
        var headers = new LinkedHashMap<String, String>();
        if (members != null) {
            members.forEach((name, value) -> {
                if (!(value instanceof String text)) {
                    throw Refusal.invalid(MEMBER, "must be texts");
                }
                headers.put(name, text);
            });
        }
        return headers;
    }
}

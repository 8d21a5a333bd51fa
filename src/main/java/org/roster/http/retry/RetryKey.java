package org.roster.http.retry;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads an {@code Idempotency-Key}. The draft has it as a string of structured fields (RFC 8941 section 3.3.3), in quotes;
 * many clients send it bare. Both spell the same key.
 */
final class RetryKey {

    static final String FORM = "must be one key of 1 to 255 visible ASCII characters, in quotes or bare";

    private static final Pattern BARE = Pattern.compile("[!#-\\[\\]-~][!-~]{0,254}");
    private static final Pattern QUOTED = Pattern.compile("\"((?:[!#-\\[\\]-~]|\\\\[\"\\\\]){1,255})\"");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([\"\\\\])");

    private RetryKey() {}

    /** @return nothing when it has neither form */
    static Optional<String> read(List<String> headers) {
        if (headers.size() != 1) {
            return Optional.empty();
        }
        var text = headers.get(0).strip();
        var quoted = QUOTED.matcher(text);
        if (quoted.matches()) {
            return Optional.of(ESCAPED.matcher(quoted.group(1)).replaceAll("$1"));
        }
        return BARE.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }
}

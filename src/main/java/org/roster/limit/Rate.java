package org.roster.limit;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** So many requests within a time; all of them may come at once. */
record Rate(int requests, Duration within) {

    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,8})/([1-9]\\d{0,4})");

    /**
     * Reads {@code 600/60}, which is six hundred requests in sixty seconds. {@code none} is no limit.
     *
     * @throws IllegalStateException if it says something else; the setting is named
     */
    static Optional<Rate> read(String setting, String text) {
        if (text.equals("none")) {
            return Optional.empty();
        }
        var rate = FORM.matcher(text);
        if (!rate.matches()) {
            throw new IllegalStateException(
                    setting + " must be requests/seconds, such as 600/60, or none; it is " + text);
        }
        return Optional.of(
                new Rate(Integer.parseInt(rate.group(1)), Duration.ofSeconds(Integer.parseInt(rate.group(2)))));
    }
}

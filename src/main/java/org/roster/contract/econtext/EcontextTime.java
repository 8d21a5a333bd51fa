package org.roster.contract.econtext;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as Python prints them: {@code 2017-05-08 19:21:13.381000+00:00}. */
public final class EcontextTime {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSSxxx", Locale.ROOT);

    private EcontextTime() {}

    public static String of(Instant instant) {
        return FORM.format(instant.atOffset(ZoneOffset.UTC));
    }
}

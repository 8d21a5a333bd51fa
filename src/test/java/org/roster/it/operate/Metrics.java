package org.roster.it.operate;

import java.util.Arrays;
import org.roster.it.Http;

/** Reads numbers from {@code /metrics}. */
final class Metrics {

    private Metrics() {}

    /** The sum of the series of a name that carry all of these labels, {@code name="value"}. */
    static double sum(Http http, String name, String... labels) {
        return http.get("/metrics")
                .send()
                .text()
                .lines()
                .filter(line -> line.startsWith(name + '{'))
                .filter(line -> Arrays.stream(labels).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}

package org.roster.it.operate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.it.Deployed;

/** The dashboard, the alerts and the page about metrics, held against what a running Roster shows. */
class OperatorFilesIT extends Deployed {

    private static final Pattern METRIC =
            Pattern.compile("\\b(?:roster|connectionpool|REST|memory|gc|cpu|threadpool)_[A-Za-z0-9_]+");

    private static Set<String> shown;

    @BeforeAll
    static void ask() {
        token(); // so that the connections of the pool have been used
        http().get("/v1/users").bearer(token()).send();
        var text = http().get("/metrics").send().text();
        shown = text.lines()
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('{')))
                .collect(Collectors.toCollection(TreeSet::new));
        // A histogram is shown in parts and documented as one.
        shown.add("roster_request_seconds");
    }

    @Tag("liberty") // WildFly has no MicroProfile Metrics
    @Test
    void everyPanelOfTheDashboardAsksForMetricsThatThereAre() throws IOException {
        var dashboard =
                new ObjectMapper().readTree(Files.readString(Path.of("src/main/operate/grafana-dashboard.json")));
        var asked = dashboard.findValuesAsText("expr");

        assertThat(asked)
                .hasSizeGreaterThan(20)
                .allSatisfy(expr -> assertThat(metrics(expr)).isNotEmpty().allMatch(shown::contains));
    }

    @Tag("liberty") // WildFly has no MicroProfile Metrics
    @Test
    void everyAlertAsksForMetricsThatThereAre() throws IOException {
        var asked = Files.readAllLines(Path.of("src/main/operate/alerts.yaml")).stream()
                .filter(line -> line.strip().startsWith("expr:"))
                .toList();

        assertThat(asked)
                .hasSizeGreaterThan(10)
                .filteredOn(expr -> !expr.contains("up{")) // Prometheus's own
                .allSatisfy(expr -> assertThat(metrics(expr)).isNotEmpty().allMatch(shown::contains));
    }

    @Test
    void everyAlertIsOnThePage() throws IOException {
        var page = Files.readString(Path.of("docs/operate/metrics.md"));

        assertThat(Files.readAllLines(Path.of("src/main/operate/alerts.yaml")))
                .filteredOn(line -> line.contains("- alert: "))
                .allSatisfy(line -> assertThat(page)
                        .contains('`' + line.substring(line.indexOf(": ") + 2).strip() + '`'));
    }

    @Tag("liberty") // WildFly has no MicroProfile Metrics
    @Test
    void thePageNamesWhatThereIsAndAllOfRostersOwn() throws IOException {
        var documented = metrics(Files.readString(Path.of("docs/operate/metrics.md")));

        assertThat(shown).containsAll(documented);
        assertThat(documented)
                .containsAll(shown.stream()
                        .filter(name -> name.startsWith("roster_"))
                        .map(name -> name.replaceAll("^(roster_request_seconds)_.*", "$1"))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/no-such-thing-%s", "/%s", "/urac/%s"})
    void whatSomebodySendsMakesNoSeries(String path) {
        var before = series();

        http().get(path.formatted(unique("x"))).header("Host", unique("h")).send();
        http().call("BREW", "/v1/users").send();

        assertThat(series()).isEqualTo(before);
    }

    /** The series of Roster's own; the server's about its endpoints come with their first request. */
    private static Set<String> series() {
        return http().get("/metrics")
                .send()
                .text()
                .lines()
                .filter(line -> line.startsWith("roster_"))
                .map(line -> line.substring(0, line.lastIndexOf(' ')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> metrics(String text) {
        return METRIC.matcher(text)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

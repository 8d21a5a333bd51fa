package org.roster.it.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.roster.it.Deployed;
import org.roster.kit.Kit;
import org.roster.kit.KitFiles;
import org.roster.kit.Outcome.Verdict;
import org.roster.kit.Report;
import org.roster.kit.Runner;
import org.roster.kit.Variables;

/**
 * Roster departs from no contract that it publishes: each exchange of the kit is a test, in the order of the files. With
 * {@code -Droster.kit=econtext} those of one contract only.
 */
class ContractKitIT extends Deployed {

    private final KitFiles files = KitFiles.onClassPath();

    @TestFactory
    Stream<DynamicContainer> contracts() {
        return files.contracts().stream()
                .filter(contract -> System.getProperty("roster.kit", contract).equals(contract))
                .map(files::kit)
                .map(kit -> DynamicContainer.dynamicContainer(kit.contract(), exchanges(kit)));
    }

    /** Made when its contract's turn comes; the exchanges then run one after the other. */
    private static Stream<DynamicTest> exchanges(Kit kit) {
        return Stream.of(kit).flatMap(one -> {
            var given = KitVariables.of(one.contract());
            var runner = new Runner(base(), Variables.of(base(), given));
            var report = new Report(one, given);
            return one.exchanges().stream()
                    .map(exchange -> DynamicTest.dynamicTest(exchange.name(), () -> {
                        var outcome = runner.run(exchange);

                        assertThat(outcome.verdict())
                                .as(String.join("\n", report.lines(outcome)))
                                .isEqualTo(Verdict.OK);
                    }));
        });
    }
}

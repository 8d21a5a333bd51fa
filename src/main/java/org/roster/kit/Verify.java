package org.roster.kit;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.roster.kit.Outcome.Verdict;

/** The program that sends the exchanges of contracts to any server and says where it departs. */
public final class Verify {

    static final int NONE_DEPARTS = 0;
    static final int SOME_DEPART = 1;
    static final int MISUSED = 2;

    private static final String USAGE = """
            Sends the documented exchanges of a contract to a server and says where it departs.

              java -cp "target/roster/WEB-INF/classes:target/roster/WEB-INF/lib/*" org.roster.kit.Verify \\
                   --base https://users.example.com --contract econtext --set admin="Basic ..."

              --base URL          the server, with whatever stands before the paths of the contract
              --contract NAME     the contract; may be repeated; all: every contract
              --set NAME=VALUE    a variable of the contract; may be repeated
              --variables FILE    variables from a JSON object, so that no secret stands on the command line
              --only PREFIX       only the exchanges whose names begin so; may be repeated
              --files DIR         the exchanges from a folder instead of Roster's own
              --list              the contracts, their variables and their exchanges; sends nothing
              --help              this text

            It ends with 0 if nothing departs, 1 if something does, 2 if nothing could be sent.
            It creates, changes and removes users on that server: see docs/contracts/verify.md.""";

    private final PrintStream out;

    private Verify(PrintStream out) {
        this.out = out;
    }

    /** As a program. Not by {@code System.out}: the rules of the house keep it out of the application's classes. */
    public static void main(String... arguments) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, Charset.defaultCharset());
        int code = run(out, arguments);
        out.flush();
        System.exit(code);
    }

    static int run(PrintStream out, String... arguments) {
        try {
            return new Verify(out).run(Options.of(arguments));
        } catch (Options.Misused | KitException e) {
            out.println(e.getMessage());
            out.println("--help says more.");
            return MISUSED;
        }
    }

    private int run(Options options) throws Options.Misused {
        if (options.help()) {
            out.println(USAGE);
            return NONE_DEPARTS;
        }
        var known = options.files().contracts();
        var wanted = options.contracts().contains("all")
                        || options.list() && options.contracts().isEmpty()
                ? known
                : options.contracts();
        if (wanted.isEmpty() || !known.containsAll(wanted)) {
            throw new Options.Misused("--contract needs one of " + String.join(", ", known) + ", or all");
        }
        var kits = wanted.stream().map(options.files()::kit).toList();
        if (options.list()) {
            kits.forEach(this::list);
            return NONE_DEPARTS;
        }
        return verify(options, kits);
    }

    private void list(Kit kit) {
        out.println(kit.contract() + ": " + kit.title());
        kit.variables().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(variable -> out.println("  --set " + variable.getKey() + "=  " + variable.getValue()));
        kit.exchanges().forEach(exchange -> out.println("  " + exchange.name() + ": " + exchange.title()));
    }

    private int verify(Options options, List<Kit> kits) throws Options.Misused {
        var base = options.base();
        if (base == null) {
            throw new Options.Misused("--base is missing: the address of the server");
        }
        var counts = new EnumMap<Verdict, Integer>(Verdict.class);
        for (var kit : kits) {
            var report = new Report(kit, options.given());
            // Each contract for itself: what one saves says nothing to another.
            var runner = new Runner(base, Variables.of(base, options.given()));
            kit.exchanges().stream().filter(options::wants).forEach(exchange -> {
                var outcome = runner.run(exchange);
                report.lines(outcome).forEach(out::println);
                counts.merge(outcome.verdict(), 1, Integer::sum);
            });
        }
        return sumUp(
                counts.getOrDefault(Verdict.OK, 0),
                counts.getOrDefault(Verdict.DEPARTS, 0),
                counts.getOrDefault(Verdict.SKIPPED, 0));
    }

    private int sumUp(int ok, int departing, int skipped) {
        out.println();
        out.println("%d exchanges: %d ok, %d departing, %d skipped"
                .formatted(ok + departing + skipped, ok, departing, skipped));
        if (ok + departing == 0) {
            return MISUSED;
        }
        return departing == 0 ? NONE_DEPARTS : SOME_DEPART;
    }
}

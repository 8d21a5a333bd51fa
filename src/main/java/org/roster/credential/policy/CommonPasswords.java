package org.roster.credential.policy;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.roster.constraint.Names;

/** The ten thousand most common passwords of those that were stolen, as zxcvbn brings them along. */
final class CommonPasswords {

    private static final int MOST_COMMON = 10_000;
    private static final Set<String> ALL = load();

    private CommonPasswords() {}

    /** Whether it is one of them, in whatever case. */
    static boolean have(String folded) {
        return ALL.contains(folded);
    }

    private static Set<String> load() {
        try {
            return StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies().stream()
                    .limit(MOST_COMMON)
                    .map(Names::fold)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("zxcvbn comes without its list of passwords", e);
        }
    }
}

package org.roster.credential.policy;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.roster.constraint.Names;

/** The words that somebody who knows the user would try first: names, the address, the tenant, the product. */
final class NearWords {

    /** Shorter words stand in many good passwords by chance. */
    private static final int SHORTEST = 4;

    /** What must be left of a password without these words. */
    private static final int REST = 5;

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Set<String> words = new LinkedHashSet<>();

    NearWords(NewPassword about, List<String> ofTenant) {
        add("roster");
        add(about.username());
        if (about.email() != null) {
            add(about.email());
            add(about.email().substring(0, about.email().lastIndexOf('@') + 1).replace("@", ""));
        }
        about.words().forEach(this::add);
        ofTenant.forEach(this::add);
    }

    /** Whether a password consists of little else. */
    boolean makeUp(String folded) {
        var rest = folded;
        for (String word : longestFirst()) {
            rest = rest.replace(word, "");
        }
        return !rest.equals(folded) && rest.codePointCount(0, rest.length()) < REST;
    }

    /** For zxcvbn, which finds them in other spellings too. */
    List<String> all() {
        return longestFirst();
    }

    private List<String> longestFirst() {
        return words.stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }

    /** The words whole, without what stands between their parts, and part by part. */
    private void add(@Nullable String text) {
        if (text == null) {
            return;
        }
        var folded = Names.fold(text);
        keep(folded);
        keep(BETWEEN.matcher(folded).replaceAll(""));
        for (String part : BETWEEN.split(folded)) {
            keep(part);
        }
    }

    private void keep(String word) {
        if (word.codePointCount(0, word.length()) >= SHORTEST) {
            words.add(word);
        }
    }
}

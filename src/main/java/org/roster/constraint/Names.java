package org.roster.constraint;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Folding and judging names. Two spellings that people take for one name have one key, and the database's unique index
 * over keys decides who was first; this gives the same answer on every database, whatever its collations do.
 */
public final class Names {

    /** The longest user name, in UTF-16 units. */
    public static final int MAX_USERNAME = 128;

    /** The longest e-mail address (RFC 5321 section 4.5.3.1.3, less the angle brackets). */
    public static final int MAX_EMAIL = 254;

    /** Scripts that are written together; any other mixture is a disguise (UTS 39, "highly restrictive"). */
    private static final Set<Set<UnicodeScript>> TOGETHER = Set.of(
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA),
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.BOPOMOFO),
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HANGUL));

    private Names() {}

    /**
     * The key under which a name is unique: NFKC, case folding, NFKC (Unicode 15 section 3.13, as near as the Java
     * platform comes to full folding: down, up and down again, so that sharp s, its capital and double s meet).
     */
    public static String fold(String name) {
        var composed = Normalizer.normalize(name, Normalizer.Form.NFKC);
        var folded = composed.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFKC);
    }

    /** What is wrong with a user name, in one sentence; empty when it is good. */
    public static Optional<String> faultOfUsername(String username) {
        if (username.isEmpty()) {
            return Optional.of("must not be empty");
        }
        if (username.length() > MAX_USERNAME || fold(username).length() > MAX_USERNAME) {
            return Optional.of("must have at most " + MAX_USERNAME + " characters");
        }
        if (username.startsWith(" ") || username.endsWith(" ") || username.contains("  ")) {
            return Optional.of("must not begin or end with a space, nor hold two in a row");
        }
        if (!visible(username)) {
            return Optional.of("must hold letters, digits, marks, punctuation, symbols and single spaces only");
        }
        return mixesScripts(username)
                ? Optional.of("must not mix letters of scripts that look alike")
                : Optional.empty();
    }

    /**
     * What is wrong with an e-mail address, in one sentence; empty when it is good. Stricter than RFC 5322 on purpose:
     * no quoted local parts, comments, address literals or single-label domains, and nothing that a mail header or a
     * reader's eye could be misled by.
     */
    public static Optional<String> faultOfEmail(String email) {
        int at = email.indexOf('@');
        if (at < 1 || at != email.lastIndexOf('@') || email.length() > MAX_EMAIL || at > 64) {
            return Optional.of("must be an e-mail address such as jane@example.com");
        }
        return localPartGood(email.substring(0, at)) && domainGood(email.substring(at + 1))
                ? Optional.empty()
                : Optional.of("must be an e-mail address such as jane@example.com");
    }

    /** Whether a text is free of control characters and of others that are not seen; line breaks are not allowed. */
    public static boolean singleLine(String text) {
        return text.codePoints().noneMatch(c -> switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            // Joiners are part of correct spelling in several scripts; direction marks are not part of a name.
            case Character.FORMAT -> c != 0x200C && c != 0x200D;
            default -> false;
        });
    }

    private static boolean visible(String text) {
        return text.codePoints().allMatch(c -> switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> c == ' ';
            default -> !invisibleLetter(c);
        });
    }

    /** Letters and marks that print nothing: Hangul fillers, the combining grapheme joiner, variation selectors. */
    private static boolean invisibleLetter(int c) {
        return c == 0x115F
                || c == 0x1160
                || c == 0x3164
                || c == 0xFFA0
                || c == 0x034F
                || c == 0x2800
                || c >= 0xFE00 && c <= 0xFE0F
                || c >= 0xE0100 && c <= 0xE01EF;
    }

    private static boolean mixesScripts(String text) {
        var scripts = EnumSet.noneOf(UnicodeScript.class);
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .mapToObj(UnicodeScript::of)
                .forEach(scripts::add);
        scripts.remove(UnicodeScript.COMMON);
        scripts.remove(UnicodeScript.INHERITED);
        return scripts.size() > 1 && TOGETHER.stream().noneMatch(set -> set.containsAll(scripts));
    }

    private static boolean localPartGood(String local) {
        return !local.startsWith(".")
                && !local.endsWith(".")
                && !local.contains("..")
                && local.chars().allMatch(c -> asciiLetterOrDigit(c) || "!#$%&'*+/=?^_`{|}~.-".indexOf(c) >= 0);
    }

    private static boolean domainGood(String domain) {
        var labels = domain.split("\\.", -1);
        if (labels.length < 2) {
            return false;
        }
        for (String label : labels) {
            if (label.isEmpty()
                    || label.length() > 63
                    || label.startsWith("-")
                    || label.endsWith("-")
                    || !label.chars().allMatch(c -> asciiLetterOrDigit(c) || c == '-')) {
                return false;
            }
        }
        // A last label of digits is an IPv4 address in disguise.
        return !labels[labels.length - 1].chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean asciiLetterOrDigit(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
}

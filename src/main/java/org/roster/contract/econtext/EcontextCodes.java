package org.roster.contract.econtext;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.roster.constraint.Names;
import org.roster.system.Ids;

/**
 * The directory's codes of what this contract knows by name alone. Equal names make one code and different ones different
 * codes, so that the database's unique key over codes decides which of two that are made at the same instant has the name.
 */
public final class EcontextCodes {

    private static final Pattern PLAIN = Pattern.compile("[a-z0-9][a-z0-9_-]*");

    private EcontextCodes() {}

    /** The code of a group: its name is unique in its application. */
    public static String group(String name, UUID application) {
        return of(name, 80) + '.' + Ids.shortForm(application).toLowerCase(Locale.ROOT);
    }

    /** The code of a tenant. */
    public static String tenant(String name) {
        return of(name, 64);
    }

    /** A short name of letters, digits and hyphens as it stands; of any other its words, and a digest that tells it apart. */
    private static String of(String name, int longest) {
        var folded = Names.fold(name);
        if (folded.length() <= longest && PLAIN.matcher(folded).matches()) {
            return folded;
        }
        var digest = digest(folded);
        return words(folded, longest - digest.length() - 1) + '.' + digest;
    }

    private static String words(String folded, int longest) {
        var words = folded.replaceAll("[^a-z0-9]+", "-").replaceAll("^-+", "");
        var cut = words.substring(0, Math.min(words.length(), longest)).replaceAll("-+$", "");
        return cut.isEmpty() ? "x" : cut;
    }

    private static String digest(String folded) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(folded.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }
}

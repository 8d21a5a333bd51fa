package org.roster.directory;

import java.util.Collection;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.caller.Scopes;
import org.roster.constraint.Names;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/** The rules that several rooms of the directory share. Each refuses with a reason and names the field. */
public final class Checks {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

    private Checks() {}

    /** A name to show: one line of 1 to {@code max} characters that is not blank. */
    public static void name(String field, String text, int max) {
        if (text.isBlank() || text.length() > max || !Names.singleLine(text)) {
            throw Refusal.invalid(field, "must be one line of 1 to " + max + " visible characters");
        }
    }

    /** An optional single line. */
    public static void line(String field, @Nullable String text, int max) {
        if (text != null && (text.length() > max || !Names.singleLine(text))) {
            throw Refusal.invalid(field, "must be one line of at most " + max + " visible characters");
        }
    }

    /** An optional text of several lines; control characters other than line breaks and tabs are refused. */
    public static void text(String field, @Nullable String text, int max) {
        if (text != null
                && (text.length() > max || !text.lines().allMatch(line -> Names.singleLine(line.replace("\t", ""))))) {
            throw Refusal.invalid(field, "must be text of at most " + max + " characters");
        }
    }

    /** A code that scripts use: ASCII letters, digits, dot, hyphen, underscore, beginning with a letter or digit. */
    public static void code(String field, String code, int max) {
        if (code.length() > max || !CODE.matcher(code).matches()) {
            throw Refusal.invalid(
                    field,
                    "must be 1 to " + max
                            + " letters, digits, dots, hyphens or underscores, beginning with one of the first two");
        }
    }

    /** Scopes or permissions that are to be given: well formed, and none beyond the caller's own (R10). */
    public static void mayGive(Caller caller, String field, Collection<String> permissions) {
        for (String permission : permissions) {
            if (!Scopes.wellFormed(permission)) {
                throw Refusal.invalid(
                        field,
                        "must be printable ASCII words of at most 128 characters without spaces, quotes and backslashes");
            }
        }
        for (String permission : permissions) {
            if (!caller.mayGive(permission)) {
                throw new Refusal(
                        Reason.RIGHTS_EXCEEDED,
                        field,
                        "the caller does not hold '" + permission + "' and so cannot give it");
            }
        }
    }

    /** Something that carries rights may only be touched by a caller who holds all of them (R10). */
    public static void outranks(Caller caller, Collection<String> permissions, String what) {
        for (String permission : permissions) {
            if (!caller.mayGive(permission)) {
                throw new Refusal(Reason.RIGHTS_EXCEEDED, null, what + " carries rights that the caller does not hold");
            }
        }
    }

    /** The state that the caller has read must be the present one, if it said which that was (RFC 9110 section 13.1.1). */
    public static void version(@Nullable Long expected, long present) {
        if (expected != null && expected != present) {
            throw new Refusal(Reason.VERSION_STALE, null, "it was changed since it was read");
        }
    }
}

package org.roster.directory.user;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.roster.directory.factor.SecondFactorService;

/**
 * A password with the code of a second factor. Most contracts have one field for both: there the code is typed right behind
 * the password, so that no client has to change.
 *
 * @param code the code, or null if none was given
 */
record GivenPassword(String password, @Nullable String code) {

    private static final List<Form> FORMS =
            List.of(new Form(6, SecondFactorService.CODE), new Form(11, SecondFactorService.RECOVERY_CODE));

    private record Form(int length, Pattern pattern) {}

    /**
     * Takes apart what somebody with a second factor has given.
     *
     * @param code the code, where it came in a place of its own
     */
    static GivenPassword of(String given, @Nullable String code) {
        if (code != null) {
            return new GivenPassword(given, code.strip());
        }
        for (var form : FORMS) {
            int end = given.length() - form.length();
            if (end > 0 && form.pattern().matcher(given.substring(end)).matches()) {
                return new GivenPassword(given.substring(0, end), given.substring(end));
            }
        }
        return new GivenPassword(given, null);
    }

    @Override
    public String toString() {
        return "GivenPassword"; // never what was given
    }
}

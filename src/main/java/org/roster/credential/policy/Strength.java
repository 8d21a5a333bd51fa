package org.roster.credential.policy;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.Locale;

/**
 * How hard a password is to guess, by zxcvbn.
 *
 * @param score from 0, too guessable, to 4, very unguessable
 * @param warning what makes it weak; empty if there is nothing to say
 * @param suggestions what would make it stronger
 */
public record Strength(int score, String warning, List<String> suggestions) {

    /** zxcvbn's work grows faster than the length; whoever has a hundred characters needs no more of them weighed. */
    private static final int LONGEST = 100;

    private static final Zxcvbn ZXCVBN = new Zxcvbn();

    static Strength of(String password, List<String> near) {
        var cut = password.length() > LONGEST ? password.substring(0, LONGEST) : password;
        var measured = ZXCVBN.measure(cut, near);
        var feedback = measured.getFeedback();
        try {
            return new Strength(
                    measured.getScore(),
                    feedback.getWarning(Locale.ENGLISH),
                    List.copyOf(feedback.getSuggestions(Locale.ENGLISH)));
        } finally {
            measured.wipe();
        }
    }
}

package org.roster.contract.amani;

import java.util.ArrayList;
import java.util.List;
import org.roster.constraint.Names;

/**
 * What a text member may hold, as a {@code CharField} of Django REST framework looks at it.
 *
 * @param blank whether it may be empty
 * @param nullable whether it may be null
 * @param trimmed whether white space around it is cut off
 * @param email whether it is an e-mail address
 * @param min the least number of characters, in code points
 * @param max the greatest, in the directory's counting
 */
public record AmaniText(boolean blank, boolean nullable, boolean trimmed, boolean email, int min, int max) {

    /** A text that has to be there. */
    public static AmaniText upTo(int max) {
        return new AmaniText(false, false, true, false, 0, max);
    }

    /** A text that may as well be empty or null, which both mean that there is none. */
    public static AmaniText optional(int max) {
        return new AmaniText(true, true, true, false, 0, max);
    }

    public static AmaniText email(int max) {
        return new AmaniText(false, false, true, true, 0, max);
    }

    /** A password: every character counts. */
    public static AmaniText password(int min, int max) {
        return new AmaniText(false, false, false, false, min, max);
    }

    /** What is wrong with a text that is not empty. */
    List<String> faults(String text) {
        var faults = new ArrayList<String>();
        if (text.length() > max) {
            faults.add("Ensure this field has no more than " + max + " characters.");
        }
        if (text.codePointCount(0, text.length()) < min) {
            faults.add("Ensure this field has at least " + min + " characters.");
        }
        if (email && Names.faultOfEmail(text).isPresent()) {
            faults.add("Enter a valid email address.");
        }
        return faults;
    }
}

package org.roster.credential.policy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant asks of passwords.
 *
 * @param minLength the least number of code points through whatever contract, or null for what each contract has published
 * @param minStrength the least score of zxcvbn, from 0 to 4, or null for Roster's own choice
 * @param history how many earlier passwords a new one must not be
 * @param words words that a password must not consist of, beside those that lie near
 * @param contracts the least number of code points through single contracts, which goes before all others
 */
public record PasswordRules(
        @Nullable Integer minLength,
        @Nullable Integer minStrength,
        int history,
        List<String> words,
        Map<String, Integer> contracts) {

    /** A tenant that asks nothing of its own. */
    public static final PasswordRules NONE = new PasswordRules(null, null, 0, List.of(), Map.of());

    public PasswordRules {
        words = List.copyOf(words);
        contracts = Map.copyOf(contracts);
    }

    int least(String contract, @Nullable Integer floor, int usual) {
        var own = contracts.get(contract);
        if (own != null) {
            return own;
        }
        if (minLength != null) {
            return floor == null ? minLength : Math.max(minLength, floor);
        }
        return floor == null ? usual : floor;
    }

    /** Roster's own doors ask for a little; a contract that has published a length has promised that it is enough. */
    int strength(@Nullable Integer floor) {
        return minStrength == null ? (floor == null ? 1 : 0) : minStrength;
    }
}

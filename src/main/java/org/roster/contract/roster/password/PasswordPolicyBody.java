package org.roster.contract.roster.password;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.contract.roster.Given;
import org.roster.credential.policy.PasswordRules;
import org.roster.refusal.Refusal;

/** What a tenant asks of passwords. */
@Schema(name = "PasswordPolicy")
public record PasswordPolicyBody(
        @Schema(
                nullable = true,
                minimum = "8",
                maximum = "128",
                description = "The least number of characters, whatever the contract; null for what each has published")
        @Nullable
        Integer minLength,

        @Schema(
                nullable = true,
                minimum = "0",
                maximum = "4",
                description = "The least score of zxcvbn; null is 1 where the contract has published no length, else 0")
        @Nullable
        Integer minStrength,

        @Schema(
                nullable = true,
                minimum = "0",
                maximum = "10",
                description = "How many passwords, the present one among them, a new one must not be; 0 unless given")
        @Nullable
        Integer history,

        @Schema(nullable = true, description = "Words of 4 to 64 characters that a password must not consist of")
        @Nullable
        List<@Nullable String> contextWords,

        @Schema(
                nullable = true,
                description =
                        "The least number of characters through a contract, by the contract's name; it goes before"
                                + " `minLength` and before what the contract has published")
        @Nullable
        Map<String, @Nullable Integer> contracts) {

    static PasswordPolicyBody of(PasswordRules rules) {
        return new PasswordPolicyBody(
                rules.minLength(),
                rules.minStrength(),
                rules.history(),
                new ArrayList<>(rules.words()),
                new TreeMap<>(rules.contracts()));
    }

    PasswordRules toRules() {
        var lengths = new LinkedHashMap<String, Integer>();
        if (contracts != null) {
            contracts.forEach((contract, least) -> {
                if (least == null) {
                    throw Refusal.invalid("contracts", "must not hold null");
                }
                lengths.put(contract, least);
            });
        }
        return new PasswordRules(
                minLength,
                minStrength,
                history == null ? 0 : history,
                Given.list("contextWords", contextWords),
                lengths);
    }
}

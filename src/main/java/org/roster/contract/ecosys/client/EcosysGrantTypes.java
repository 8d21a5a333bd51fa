package org.roster.contract.ecosys.client;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.roster.directory.application.GrantType;
import org.roster.refusal.Refusal;

/** Grant types as this contract writes them: one text, with commas. */
final class EcosysGrantTypes {

    private EcosysGrantTypes() {}

    /** @throws Refusal for a word that is none of the grant types that Roster serves */
    static Set<GrantType> parse(String text) {
        var types = EnumSet.noneOf(GrantType.class);
        for (String word : text.split(",", -1)) {
            types.add(GrantType.of(word.strip())
                    .orElseThrow(() -> Refusal.invalid(
                            "grantTypes",
                            "must be of client_credentials, password, refresh_token, with commas between")));
        }
        return types;
    }

    static String join(Set<GrantType> types) {
        return types.stream().sorted().map(GrantType::wire).collect(Collectors.joining(","));
    }
}

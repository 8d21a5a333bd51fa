package org.roster.contract.authservice.role;

import java.util.LinkedHashSet;
import java.util.Set;
import org.roster.contract.authservice.AuthserviceScopes;

/**
 * Roles whose name is a right. In the original the name of a role is what endpoints ask for; here it is a permission, so a role of
 * such a name carries it from the moment that it is called so.
 */
final class Authority {

    private Authority() {}

    /** What a new role of this name carries. */
    static Set<String> of(String name) {
        return AuthserviceScopes.ALL.contains(name) ? Set.of(name) : Set.of();
    }

    /** What a role carries when it changes its name. */
    static Set<String> renamed(Set<String> permissions, String old, String renamed) {
        var after = new LinkedHashSet<>(permissions);
        after.removeAll(of(old));
        after.addAll(of(renamed));
        return after;
    }
}

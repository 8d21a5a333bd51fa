package org.roster.directory;

import java.util.Set;

/**
 * What a user or an application may do at this moment.
 *
 * @param active whether it exists, is in use and is not locked, and its tenant is active
 * @param permissions a user's permissions by its groups, or an application's scopes
 */
public record Standing(boolean active, Set<String> permissions) {

    static final Standing NONE = new Standing(false, Set.of());

    public Standing {
        permissions = Set.copyOf(permissions);
    }
}

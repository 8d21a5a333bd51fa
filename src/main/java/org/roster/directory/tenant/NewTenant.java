package org.roster.directory.tenant;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The wish for a new tenant.
 *
 * @param code its short name, unique in the whole Roster: 1 to 64 of letters, digits, dot, hyphen and underscore
 * @param id the id that it has elsewhere and is to keep, or null
 */
public record NewTenant(
        String code,
        String name,
        @Nullable String description,
        Map<String, Object> settings,
        @Nullable UUID id) {

    public NewTenant(String code, String name, @Nullable String description, Map<String, Object> settings) {
        this(code, name, description, settings, null);
    }

    /** The same wish for a tenant that keeps the id it has elsewhere. */
    public NewTenant withId(@Nullable UUID ownId) {
        return new NewTenant(code, name, description, settings, ownId);
    }
}

package org.roster.directory.tenant;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The wish for a new tenant.
 *
 * @param code its short name, unique in the whole Roster: 1 to 64 of letters, digits, dot, hyphen and underscore
 */
public record NewTenant(String code, String name, @Nullable String description, Map<String, Object> settings) {}

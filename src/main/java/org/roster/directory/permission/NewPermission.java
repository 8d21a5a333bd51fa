package org.roster.directory.permission;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The wish for a new permission.
 *
 * @param name its word, unique in the tenant, which groups carry and tokens name (RFC 6749 section 3.3)
 */
public record NewPermission(
        UUID tenant, String name, @Nullable String description) {}

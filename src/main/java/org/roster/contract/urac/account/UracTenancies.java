package org.roster.contract.urac.account;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roster.contract.urac.UracTenantRef;
import org.roster.contract.urac.user.UracUserConfig;

/**
 * The tenants of a user.
 *
 * @param tenant where the user is at home
 * @param groups the codes of the user's groups there
 * @param allowedTenants those that have invited the user, or null if none has
 */
public record UracTenancies(
        UracTenantRef tenant, List<String> groups, @Nullable List<UracUserConfig.Place> allowedTenants) {}

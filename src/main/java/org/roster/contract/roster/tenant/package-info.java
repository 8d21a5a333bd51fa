/**
 * Tenants at {@code /v1/tenants}: all of them for a platform caller, its own for any other.
 */
@NullMarked
@Speaks(RosterContract.class)
package org.roster.contract.roster.tenant;

import org.jspecify.annotations.NullMarked;
import org.roster.contract.roster.RosterContract;
import org.roster.http.Speaks;

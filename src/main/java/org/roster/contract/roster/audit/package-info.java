/**
 * The audit trail at {@code /v1/events}: what happened in a tenant, to be read only.
 */
@NullMarked
@Speaks(RosterContract.class)
package org.roster.contract.roster.audit;

import org.jspecify.annotations.NullMarked;
import org.roster.contract.roster.RosterContract;
import org.roster.http.Speaks;

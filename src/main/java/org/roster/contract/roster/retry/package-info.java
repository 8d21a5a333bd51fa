/** Dry runs: what a write would have done. */
@NullMarked
@Speaks(RosterContract.class)
package org.roster.contract.roster.retry;

import org.jspecify.annotations.NullMarked;
import org.roster.contract.roster.RosterContract;
import org.roster.http.Speaks;

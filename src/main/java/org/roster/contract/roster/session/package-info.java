/**
 * Sessions at {@code /v1}: where somebody is logged in, and ending it.
 */
@NullMarked
@Speaks(RosterContract.class)
package org.roster.contract.roster.session;

import org.jspecify.annotations.NullMarked;
import org.roster.contract.roster.RosterContract;
import org.roster.http.Speaks;

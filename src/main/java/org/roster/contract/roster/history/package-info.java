/**
 * The past at {@code /v1}: how users and groups were, who set what, and taking it back.
 */
@NullMarked
@Speaks(RosterContract.class)
package org.roster.contract.roster.history;

import org.jspecify.annotations.NullMarked;
import org.roster.contract.roster.RosterContract;
import org.roster.http.Speaks;

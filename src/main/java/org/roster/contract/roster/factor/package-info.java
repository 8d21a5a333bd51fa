/**
 * A person's own second factor, at {@code /v1/me/second-factor}, and what others may know of it.
 */
@NullMarked
@Speaks(RosterContract.class)
package org.roster.contract.roster.factor;

import org.jspecify.annotations.NullMarked;
import org.roster.contract.roster.RosterContract;
import org.roster.http.Speaks;

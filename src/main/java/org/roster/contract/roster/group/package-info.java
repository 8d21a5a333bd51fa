/**
 * Groups at {@code /v1/groups}, and who is in which: the members of a group, and the groups of a user.
 */
@NullMarked
@Speaks(RosterContract.class)
package org.roster.contract.roster.group;

import org.jspecify.annotations.NullMarked;
import org.roster.contract.roster.RosterContract;
import org.roster.http.Speaks;

/**
 * Applications at {@code /v1/applications}, and who is assigned to which: the users of an application, and the
 * applications of a user.
 */
@NullMarked
@Speaks(RosterContract.class)
package org.roster.contract.roster.application;

import org.jspecify.annotations.NullMarked;
import org.roster.contract.roster.RosterContract;
import org.roster.http.Speaks;

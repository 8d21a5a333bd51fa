/**
 * Users at {@code /v1/users}: what a request gives of them, what an answer shows, and the endpoints.
 */
@NullMarked
@Speaks(RosterContract.class)
package org.roster.contract.roster.user;

import org.jspecify.annotations.NullMarked;
import org.roster.contract.roster.RosterContract;
import org.roster.http.Speaks;

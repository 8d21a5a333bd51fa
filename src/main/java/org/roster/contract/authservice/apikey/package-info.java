/** API keys of users in this contract; Roster's addition in its style. */
@NullMarked
@Speaks(AuthserviceContract.class)
package org.roster.contract.authservice.apikey;

import org.jspecify.annotations.NullMarked;
import org.roster.contract.authservice.AuthserviceContract;
import org.roster.http.Speaks;

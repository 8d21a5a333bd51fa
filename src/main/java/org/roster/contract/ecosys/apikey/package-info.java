/** API keys of users in this contract; Roster's addition in its style. */
@NullMarked
@Speaks(EcosysContract.class)
package org.roster.contract.ecosys.apikey;

import org.jspecify.annotations.NullMarked;
import org.roster.contract.ecosys.EcosysContract;
import org.roster.http.Speaks;

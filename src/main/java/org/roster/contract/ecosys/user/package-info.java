/** Users in this contract: administering them, registering oneself, one's profile and logging out. */
@NullMarked
@Speaks(EcosysContract.class)
package org.roster.contract.ecosys.user;

import org.jspecify.annotations.NullMarked;
import org.roster.contract.ecosys.EcosysContract;
import org.roster.http.Speaks;

/** Groups in this contract, and who is in them. */
@NullMarked
@Speaks(EcosysContract.class)
package org.roster.contract.ecosys.group;

import org.jspecify.annotations.NullMarked;
import org.roster.contract.ecosys.EcosysContract;
import org.roster.http.Speaks;

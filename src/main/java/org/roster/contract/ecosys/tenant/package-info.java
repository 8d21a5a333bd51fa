/** Tenants in this contract, to be looked at only. */
@NullMarked
@Speaks(EcosysContract.class)
package org.roster.contract.ecosys.tenant;

import org.jspecify.annotations.NullMarked;
import org.roster.contract.ecosys.EcosysContract;
import org.roster.http.Speaks;

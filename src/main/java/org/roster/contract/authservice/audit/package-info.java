/** The audit trail in this contract, to be read only. */
@NullMarked
@Speaks(AuthserviceContract.class)
package org.roster.contract.authservice.audit;

import org.jspecify.annotations.NullMarked;
import org.roster.contract.authservice.AuthserviceContract;
import org.roster.http.Speaks;

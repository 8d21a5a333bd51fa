/** Users in this contract, and which roles they have. */
@NullMarked
@Speaks(AuthserviceContract.class)
package org.roster.contract.authservice.user;

import org.jspecify.annotations.NullMarked;
import org.roster.contract.authservice.AuthserviceContract;
import org.roster.http.Speaks;

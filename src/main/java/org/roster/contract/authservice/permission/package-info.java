/** The catalogue of permissions in this contract. */
@NullMarked
@Speaks(AuthserviceContract.class)
package org.roster.contract.authservice.permission;

import org.jspecify.annotations.NullMarked;
import org.roster.contract.authservice.AuthserviceContract;
import org.roster.http.Speaks;

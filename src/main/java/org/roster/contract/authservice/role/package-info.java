/** Roles in this contract: groups of the directory, and which permissions they carry. */
@NullMarked
@Speaks(AuthserviceContract.class)
package org.roster.contract.authservice.role;

import org.jspecify.annotations.NullMarked;
import org.roster.contract.authservice.AuthserviceContract;
import org.roster.http.Speaks;

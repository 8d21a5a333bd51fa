/** Modules in this contract: applications that have a path in a menu. */
@NullMarked
@Speaks(AuthserviceContract.class)
package org.roster.contract.authservice.module;

import org.jspecify.annotations.NullMarked;
import org.roster.contract.authservice.AuthserviceContract;
import org.roster.http.Speaks;

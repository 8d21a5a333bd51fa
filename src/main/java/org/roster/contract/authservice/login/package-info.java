/** The log-in of this contract, which answers with a token. */
@NullMarked
@Speaks(AuthserviceContract.class)
package org.roster.contract.authservice.login;

import org.jspecify.annotations.NullMarked;
import org.roster.contract.authservice.AuthserviceContract;
import org.roster.http.Speaks;

/** The log-in of the contract, {@code /oauth}: tokens for names and passwords, for pins, and their end. */
@NullMarked
@Speaks(UracContract.class)
package org.roster.contract.urac.oauth;

import org.jspecify.annotations.NullMarked;
import org.roster.contract.urac.UracContract;
import org.roster.http.Speaks;

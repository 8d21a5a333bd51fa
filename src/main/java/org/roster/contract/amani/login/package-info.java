/** Logging in, and new access tokens for a refresh token. */
@NullMarked
@Speaks(AmaniContract.class)
package org.roster.contract.amani.login;

import org.jspecify.annotations.NullMarked;
import org.roster.contract.amani.AmaniContract;
import org.roster.http.Speaks;

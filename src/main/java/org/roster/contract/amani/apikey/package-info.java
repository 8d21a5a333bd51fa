/** API keys: long random secrets that open the directory for a program. */
@NullMarked
@Speaks(AmaniContract.class)
package org.roster.contract.amani.apikey;

import org.jspecify.annotations.NullMarked;
import org.roster.contract.amani.AmaniContract;
import org.roster.http.Speaks;

/** API keys of users in this contract. */
@NullMarked
@Speaks(EcontextContract.class)
package org.roster.contract.econtext.apikey;

import org.jspecify.annotations.NullMarked;
import org.roster.contract.econtext.EcontextContract;
import org.roster.http.Speaks;

/**
 * API keys at {@code /v1/api-keys}. A secret is shown once, in the answer to the request that made it.
 */
@NullMarked
@Speaks(RosterContract.class)
package org.roster.contract.roster.apikey;

import org.jspecify.annotations.NullMarked;
import org.roster.contract.roster.RosterContract;
import org.roster.http.Speaks;

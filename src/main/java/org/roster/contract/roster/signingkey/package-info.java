/**
 * The keys that sign access tokens, at {@code /v1/signing-keys}: listed and rotated.
 */
@NullMarked
@Speaks(RosterContract.class)
package org.roster.contract.roster.signingkey;

import org.jspecify.annotations.NullMarked;
import org.roster.contract.roster.RosterContract;
import org.roster.http.Speaks;

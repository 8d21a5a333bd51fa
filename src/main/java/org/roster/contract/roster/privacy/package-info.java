/**
 * One person's data at {@code /v1}: the whole of it in one document, and erasure.
 */
@NullMarked
@Speaks(RosterContract.class)
package org.roster.contract.roster.privacy;

import org.jspecify.annotations.NullMarked;
import org.roster.contract.roster.RosterContract;
import org.roster.http.Speaks;

/** Groups: how they are shown, and what administrators do about them, in both editions. */
@NullMarked
@Speaks(UracContract.class)
package org.roster.contract.urac.group;

import org.jspecify.annotations.NullMarked;
import org.roster.contract.urac.UracContract;
import org.roster.http.Speaks;

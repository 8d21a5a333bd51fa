/** Tenants that users were invited to, and their groups and pins there, in both editions. */
@NullMarked
@Speaks(UracContract.class)
package org.roster.contract.urac.guest;

import org.jspecify.annotations.NullMarked;
import org.roster.contract.urac.UracContract;
import org.roster.http.Speaks;

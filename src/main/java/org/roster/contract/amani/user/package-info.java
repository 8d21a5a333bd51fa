/** Users: the thirteen members that the published page shows, and the flags that act on the account. */
@NullMarked
@Speaks(AmaniContract.class)
package org.roster.contract.amani.user;

import org.jspecify.annotations.NullMarked;
import org.roster.contract.amani.AmaniContract;
import org.roster.http.Speaks;

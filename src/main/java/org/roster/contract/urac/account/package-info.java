/** What people who are logged in do about their own accounts, in both editions. */
@NullMarked
@Speaks(UracContract.class)
package org.roster.contract.urac.account;

import org.jspecify.annotations.NullMarked;
import org.roster.contract.urac.UracContract;
import org.roster.http.Speaks;

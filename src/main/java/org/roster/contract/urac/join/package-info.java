/** What people do who are not logged in yet: register, prove an address, get over a forgotten password. */
@NullMarked
@Speaks(UracContract.class)
package org.roster.contract.urac.join;

import org.jspecify.annotations.NullMarked;
import org.roster.contract.urac.UracContract;
import org.roster.http.Speaks;

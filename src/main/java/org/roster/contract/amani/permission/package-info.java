/** The permissions that groups of a company can carry. */
@NullMarked
@Speaks(AmaniContract.class)
package org.roster.contract.amani.permission;

import org.jspecify.annotations.NullMarked;
import org.roster.contract.amani.AmaniContract;
import org.roster.http.Speaks;

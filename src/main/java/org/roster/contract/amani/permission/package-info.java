/** The permissions that groups of the company can carry. */
@NullMarked
@Speaks(AmaniContract.class)
package org.roster.contract.amani.permission;

import org.jspecify.annotations.NullMarked;
import org.roster.contract.amani.AmaniContract;
import org.roster.http.Speaks;

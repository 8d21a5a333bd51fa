/** Companies, which the directory calls tenants. */
@NullMarked
@Speaks(AmaniContract.class)
package org.roster.contract.amani.company;

import org.jspecify.annotations.NullMarked;
import org.roster.contract.amani.AmaniContract;
import org.roster.http.Speaks;

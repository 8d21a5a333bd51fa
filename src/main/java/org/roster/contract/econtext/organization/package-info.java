/** Organizations in this contract: the tenants of the directory. */
@NullMarked
@Speaks(EcontextContract.class)
package org.roster.contract.econtext.organization;

import org.jspecify.annotations.NullMarked;
import org.roster.contract.econtext.EcontextContract;
import org.roster.http.Speaks;

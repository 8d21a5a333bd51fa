/** Whether credentials are good, and whether the server is there. */
@NullMarked
@Speaks(EcontextContract.class)
package org.roster.contract.econtext.session;

import org.jspecify.annotations.NullMarked;
import org.roster.contract.econtext.EcontextContract;
import org.roster.http.Speaks;

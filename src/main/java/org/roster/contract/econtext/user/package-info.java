/** Users in this contract: administering them, finding them, and what they belong to. */
@NullMarked
@Speaks(EcontextContract.class)
package org.roster.contract.econtext.user;

import org.jspecify.annotations.NullMarked;
import org.roster.contract.econtext.EcontextContract;
import org.roster.http.Speaks;

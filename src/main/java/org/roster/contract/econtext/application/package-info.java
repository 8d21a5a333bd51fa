/** Applications in this contract. */
@NullMarked
@Speaks(EcontextContract.class)
package org.roster.contract.econtext.application;

import org.jspecify.annotations.NullMarked;
import org.roster.contract.econtext.EcontextContract;
import org.roster.http.Speaks;

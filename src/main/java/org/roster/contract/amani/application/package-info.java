/** Applications: systems that use the directory and have a credential of their own. */
@NullMarked
@Speaks(AmaniContract.class)
package org.roster.contract.amani.application;

import org.jspecify.annotations.NullMarked;
import org.roster.contract.amani.AmaniContract;
import org.roster.http.Speaks;

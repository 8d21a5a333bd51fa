/** Permission groups, which the published page also calls roles. They have whole numbers for ids. */
@NullMarked
@Speaks(AmaniContract.class)
package org.roster.contract.amani.group;

import org.jspecify.annotations.NullMarked;
import org.roster.contract.amani.AmaniContract;
import org.roster.http.Speaks;

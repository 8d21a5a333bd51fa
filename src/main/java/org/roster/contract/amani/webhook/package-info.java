/** Webhooks: where the events of a company are sent, and which there are. */
@NullMarked
@Speaks(AmaniContract.class)
package org.roster.contract.amani.webhook;

import org.jspecify.annotations.NullMarked;
import org.roster.contract.amani.AmaniContract;
import org.roster.http.Speaks;

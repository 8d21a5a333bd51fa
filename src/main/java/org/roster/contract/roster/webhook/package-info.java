/**
 * Webhooks, at {@code /v1/webhook-endpoints}, and what was sent to them, at {@code /v1/webhook-deliveries}.
 */
@NullMarked
@Speaks(RosterContract.class)
package org.roster.contract.roster.webhook;

import org.jspecify.annotations.NullMarked;
import org.roster.contract.roster.RosterContract;
import org.roster.http.Speaks;

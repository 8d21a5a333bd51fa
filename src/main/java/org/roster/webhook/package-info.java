/**
 * Webhooks: a tenant's events, sent to where it wants them, signed as Standard Webhooks has it. A delivery is a row that is
 * written in the transaction of the change; a dispatcher sends it, on whatever node comes first, never to an inner address.
 */
@NullMarked
package org.roster.webhook;

import org.jspecify.annotations.NullMarked;

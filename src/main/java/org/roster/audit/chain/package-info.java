/**
 * The chain over the audit trail: a sequence for each tenant, a link from each row to all before it, seals under a key that
 * the database does not hold, and checkpoints that can be kept elsewhere.
 */
@NullMarked
package org.roster.audit.chain;

import org.jspecify.annotations.NullMarked;

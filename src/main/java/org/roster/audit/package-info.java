/**
 * The audit trail: one row for each change, written by an observer in the change's own transaction.
 */
@NullMarked
package org.roster.audit;

import org.jspecify.annotations.NullMarked;

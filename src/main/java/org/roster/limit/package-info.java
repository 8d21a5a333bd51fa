/**
 * How much one caller, one tenant and one address may ask of this node, so that nobody takes it all (R53). Counted in memory, by each
 * node for itself.
 */
@NullMarked
package org.roster.limit;

import org.jspecify.annotations.NullMarked;

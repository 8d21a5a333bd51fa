/**
 * What this node counts of its own work since its start, for whoever watches over it. It knows no room and no server: where the
 * numbers go is decided at the start.
 */
@NullMarked
package org.roster.tally;

import org.jspecify.annotations.NullMarked;

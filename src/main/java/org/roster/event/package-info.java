/**
 * What happened. A {@link org.roster.event.Change} is fired inside the transaction that made it, so there is no change without its event and no event of a change that was rolled back.
 */
@NullMarked
package org.roster.event;

import org.jspecify.annotations.NullMarked;

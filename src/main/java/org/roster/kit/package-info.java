/**
 * The contract kit: the documented exchanges of each contract as files, and the means to send them to any server and to
 * see where it departs. It is also a program of its own, {@link org.roster.kit.Verify}, so it needs nothing of Roster and
 * nothing of the server that Roster runs on: Jackson and the JDK's own HTTP client are all.
 */
@NullMarked
package org.roster.kit;

import org.jspecify.annotations.NullMarked;

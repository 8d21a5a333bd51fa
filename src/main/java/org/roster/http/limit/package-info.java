/** Holds requests against the limits of {@code org.roster.limit}, and tells what is left of them. */
@NullMarked
package org.roster.http.limit;

import org.jspecify.annotations.NullMarked;

/**
 * Requests that may be sent twice, and requests that only ask what would happen (decision 021): what was answered to a key is
 * kept with the change itself, and what was done for a dry run is taken back.
 */
@NullMarked
package org.roster.retry;

import org.jspecify.annotations.NullMarked;

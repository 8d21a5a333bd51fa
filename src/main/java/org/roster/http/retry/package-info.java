/**
 * Safe retries and dry runs, as HTTP has them (decision 021): which requests ask for one, and what is done with their answers
 * before a byte of them is sent.
 */
@NullMarked
package org.roster.http.retry;

import org.jspecify.annotations.NullMarked;

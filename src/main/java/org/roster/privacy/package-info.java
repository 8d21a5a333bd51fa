/**
 * One person's data, over all rooms: all of it in one document, and taking it away (GDPR articles 15, 17 and 20).
 */
@NullMarked
package org.roster.privacy;

import org.jspecify.annotations.NullMarked;

/**
 * Searching the directory: criteria, sort orders and keyset pages. The only place that knows how a page is cut.
 */
@NullMarked
package org.roster.directory.query;

import org.jspecify.annotations.NullMarked;

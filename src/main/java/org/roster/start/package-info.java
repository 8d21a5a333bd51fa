/**
 * What happens before the first request: the schema is brought up to date, the first start leaves an administrator and a
 * client to begin with, and one block on the console says how to go on.
 */
@NullMarked
package org.roster.start;

import org.jspecify.annotations.NullMarked;

/**
 * Why the directory says no: one exception, one enum of reasons. Every contract words every reason itself, by an exhaustive switch, so a new reason does not compile until each has said how it says it.
 */
@NullMarked
package org.roster.refusal;

import org.jspecify.annotations.NullMarked;

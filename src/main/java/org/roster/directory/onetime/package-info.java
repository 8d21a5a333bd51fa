/**
 * One-time tokens: random values that prove, once and for a while, that a person may take one step.
 */
@NullMarked
package org.roster.directory.onetime;

import org.jspecify.annotations.NullMarked;

/**
 * What the machine and its operator provide: the clock, identifiers, the public address, the first accounts, and the key that
 * protects secrets at rest.
 */
@NullMarked
package org.roster.system;

import org.jspecify.annotations.NullMarked;

/**
 * What the machine provides: the clock, identifiers, settings from the environment, and the key that protects secrets at rest.
 */
@NullMarked
package org.roster.system;

import org.jspecify.annotations.NullMarked;

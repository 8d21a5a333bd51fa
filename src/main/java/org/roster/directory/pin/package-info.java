/** Pins: short secrets that tell who stands at a device that is signed in already. Each is good in one tenant. */
@NullMarked
package org.roster.directory.pin;

import org.jspecify.annotations.NullMarked;

/**
 * Guests: users of one tenant who were let into another. They keep their name and password, and hold in the other tenant
 * only what the groups give them there.
 */
@NullMarked
package org.roster.directory.guest;

import org.jspecify.annotations.NullMarked;

/**
 * The forms that values must have, each rule once: names are folded here, and what may stand in a user name or an e-mail address is decided here.
 */
@NullMarked
package org.roster.constraint;

import org.jspecify.annotations.NullMarked;

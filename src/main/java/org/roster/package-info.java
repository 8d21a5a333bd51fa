/** Roster: one user directory that speaks the published contracts of several systems. */
@NullMarked
package org.roster;

import org.jspecify.annotations.NullMarked;

/**
 * What the events tell of the past: how a user or a group was at a moment, who set what, and taking a change back. Nothing is
 * kept for it but the events themselves.
 */
@NullMarked
package org.roster.history;

import org.jspecify.annotations.NullMarked;

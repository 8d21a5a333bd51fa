/**
 * The catalogue of permissions: what their words mean to people, and whether they count. Groups carry permissions by their
 * words alone, so a permission exists without a row here; it gets one when there is something to say about it.
 */
@NullMarked
package org.roster.directory.permission;

import org.jspecify.annotations.NullMarked;

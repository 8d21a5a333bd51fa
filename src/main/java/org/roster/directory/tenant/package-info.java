/**
 * Tenants: the walls inside the directory. Every other entity belongs to exactly one.
 */
@NullMarked
package org.roster.directory.tenant;

import org.jspecify.annotations.NullMarked;

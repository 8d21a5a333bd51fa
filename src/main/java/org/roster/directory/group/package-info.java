/**
 * Groups, the permissions that they carry, and who is a member.
 */
@NullMarked
package org.roster.directory.group;

import org.jspecify.annotations.NullMarked;

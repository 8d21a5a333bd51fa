/** What tenants ask of passwords, as administrators see and change it. */
@NullMarked
package org.roster.directory.password;

import org.jspecify.annotations.NullMarked;

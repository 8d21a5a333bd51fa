/**
 * Applications, which are OAuth 2.0 clients too: their secrets, grants, scopes and redirect addresses.
 */
@NullMarked
package org.roster.directory.application;

import org.jspecify.annotations.NullMarked;

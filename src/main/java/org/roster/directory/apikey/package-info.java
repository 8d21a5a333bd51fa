/**
 * API keys: long random secrets with scopes, owned by a user, an application or the tenant.
 */
@NullMarked
package org.roster.directory.apikey;

import org.jspecify.annotations.NullMarked;

/**
 * The core: tenants, users, groups, applications and API keys. It is the one truth behind every contract, and knows no
 * HTTP, no JSON and none of the contracts. A room holds an entity with its service, its repository and its requests.
 */
@NullMarked
package org.roster.directory;

import org.jspecify.annotations.NullMarked;

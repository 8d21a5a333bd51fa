/**
 * The token service: OAuth 2.0 grants, access tokens (RFC 9068), refresh tokens and the keys that sign. It decides; it knows no HTTP.
 */
@NullMarked
package org.roster.token;

import org.jspecify.annotations.NullMarked;

/** Completes the published OpenAPI document with what the code says anyway: who may call, and what can go wrong. */
@NullMarked
package org.roster.http.openapi;

import org.jspecify.annotations.NullMarked;

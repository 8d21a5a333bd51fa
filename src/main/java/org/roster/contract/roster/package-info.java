/**
 * Roster's own API, {@code /v1}: all that the directory can do.
 *
 * <ul>
 *   <li>Source: ours; the page is {@code docs/contracts/roster.md}.
 *   <li>Caller: a bearer token, HTTP Basic, or an API key; scopes by resource and verb.
 *   <li>Answers: plain JSON; lists are {@code {"items": [...], "next": cursor}}; states carry an {@code ETag}.
 *   <li>Failures: problem details (RFC 9457), with the reason as {@code code}.
 *   <li>It also words what no other contract claims.
 *   <li>Here is what all its resources share; each resource has a package of its own below.
 * </ul>
 */
@NullMarked
@Speaks(RosterContract.class)
package org.roster.contract.roster;

import org.jspecify.annotations.NullMarked;
import org.roster.http.Speaks;

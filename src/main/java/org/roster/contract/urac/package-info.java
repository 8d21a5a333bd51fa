/**
 * The SOAJS <em>urac</em> contract: {@code /urac/...}, and {@code /oauth/...} for its log-in.
 *
 * <ul>
 *   <li>Source: the published page of <em>addUser</em> and the public code of soajs.urac 2.4.12 and 4.1.24; the page is
 *       {@code docs/contracts/urac.md}.
 *   <li>Rooms: here its words and what the others share; below, {@code input} for its input mask and one for each thing
 *       that it is about.
 *   <li>Caller: the header {@code key} names an API key; an access token may name a user on top. {@code tId} and
 *       {@code tCode} are a claim that is checked against the caller, never the source of the tenant.
 *   <li>Answers: {@code {"result": true, "data": ...}} or {@code {"result": false, "errors": {"codes", "details"}}}.
 *   <li>Failures: the numbers of {@link org.roster.contract.urac.UracError}, with HTTP 200 unless the operator decides
 *       otherwise ({@link org.roster.contract.urac.UracHttpStatus}).
 *   <li>Otherwise than the original: no request goes without a key, no pin is given back, search words are words.
 * </ul>
 */
@NullMarked
@Speaks(UracContract.class)
package org.roster.contract.urac;

import org.jspecify.annotations.NullMarked;
import org.roster.http.Speaks;

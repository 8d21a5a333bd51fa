/**
 * The <em>eContext auth</em> contract: {@code /econtext/api/...}, and {@code /api/...} as its clients know it.
 *
 * <ul>
 *   <li>Source: the published document of {@code POST /users/user} and that server's public code, version 1; the page is
 *       {@code docs/contracts/econtext.md}.
 *   <li>Rooms: here its words and what the others share; below, one for each thing that it is about.
 *   <li>Caller: HTTP Basic, with an administrator's e-mail address and password or an API key's id and secret.
 *   <li>Answers: HTTP 200 with {@code {"econtext": {"result": {...}, "elapsed": seconds}}}, also for what was created.
 *   <li>Failures: {@link org.roster.contract.econtext.EcontextFailure}; what is not found and what exists already is 400.
 *       A missing or bad credential is 401 outside the envelope; an unknown address and a wrong method have no body.
 *   <li>Otherwise than the original: rights are Roster's scopes, one for each operation, and nobody gives more than they
 *       hold; access tokens are ES256 and applications have no {@code jwt_secret}; searching takes words, not patterns.
 * </ul>
 */
@NullMarked
@Speaks(EcontextContract.class)
package org.roster.contract.econtext;

import org.jspecify.annotations.NullMarked;
import org.roster.http.Speaks;

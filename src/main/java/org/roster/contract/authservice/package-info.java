/**
 * The <em>authservice</em> contract: {@code /authservice/api/...}, and the bare {@code /api/...} that no other contract claims.
 *
 * <ul>
 *   <li>Source: the published document of {@code POST /api/users} of a Spanish-speaking Spring service, and that service's public
 *       code; the page is {@code docs/contracts/authservice.md}.
 *   <li>Rooms: here its words and what the others share; below, one for each thing that it is about.
 *   <li>Caller: a bearer token that carries {@code WRITE_PRIVILEGES}, {@code READ_PRIVILEGES} or {@code ADMIN}.
 *   <li>Answers: the thing itself, a plain array of them, or {@code {"content": [...], "pageNumber": ...}}.
 *   <li>Failures: {@link org.roster.contract.authservice.AuthserviceError}, its texts in Spanish.
 *   <li>Otherwise than the original: tokens are ES256, a role gives no more than its giver holds, every endpoint but the log-in asks
 *       for a right.
 * </ul>
 */
@NullMarked
@Speaks(AuthserviceContract.class)
package org.roster.contract.authservice;

import org.jspecify.annotations.NullMarked;
import org.roster.http.Speaks;

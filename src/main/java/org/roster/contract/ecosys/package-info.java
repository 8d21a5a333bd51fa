/**
 * The <em>EcosysOAuthServer</em> contract: {@code /etc-backend/...}.
 *
 * <ul>
 *   <li>Source: the published guide "External User Creation API" and that server's public code; the page is
 *       {@code docs/contracts/ecosys.md}.
 *   <li>Rooms: here its words and what the others share; below, one for each thing that it is about.
 *   <li>Caller: a bearer token from {@code /etc-backend/token} with a scope such as {@code users:create}.
 *   <li>Answers: {@code {"status": "success", "message": ..., "user": {...}}}; the noun names what it is about.
 *   <li>Failures: of credentials as league/oauth2-server 8.4 words them ({@link
 *       org.roster.contract.ecosys.EcosysOAuthError}), all others as {@link org.roster.contract.ecosys.EcosysError}; an
 *       unknown path or method is answered 200 with the server's status.
 *   <li>Otherwise than the original: client_credentials is served, tokens are ES256, a user's token carries only rights
 *       that the user holds, self-registration is off until a client is allowed it.
 * </ul>
 */
@NullMarked
@Speaks(EcosysContract.class)
package org.roster.contract.ecosys;

import org.jspecify.annotations.NullMarked;
import org.roster.http.Speaks;

/**
 * The HTTP face of the token service: {@code /oauth2/...} and its discovery document.
 *
 * <ul>
 *   <li>Source: RFC 6749, RFC 6750, RFC 7517, RFC 8414, RFC 9068; the page is {@code docs/contracts/oauth.md}.
 *   <li>Caller: an OAuth client by HTTP Basic or by form.
 *   <li>Answers: RFC 6749 section 5.1.
 *   <li>Failures: RFC 6749 section 5.2, {@code error} and {@code error_description}.
 *   <li>Not served: the implicit grant and the password grant (RFC 9700).
 * </ul>
 */
@NullMarked
@Speaks(OAuthContract.class)
package org.roster.contract.oauth;

import org.jspecify.annotations.NullMarked;
import org.roster.http.Speaks;

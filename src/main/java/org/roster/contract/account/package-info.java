/**
 * The pages that mails lead to: {@code /account/...}. Their reader is a person with a browser.
 *
 * <ul>
 *   <li>Source: Roster's own; the page is {@code docs/contracts/account.md}.
 *   <li>Caller: the one-time token in the form; where there is none, name and password in the form. No cookies.
 *   <li>Answers: HTML in English or Spanish, without scripts.
 *   <li>Failures: pages too, with the status that says the same.
 *   <li>A GET changes nothing, since programs follow the links in mails before people do.
 * </ul>
 */
@NullMarked
@Speaks(AccountContract.class)
package org.roster.contract.account;

import org.jspecify.annotations.NullMarked;
import org.roster.http.Speaks;

/**
 * The contract of <em>Amani</em>, a platform for knowing one's customers: {@code /amani/api/v2/...}, and {@code
 * /api/v2/...} as its clients call it.
 *
 * <ul>
 *   <li>Source: the published page on users and roles, other public pages of that platform, and where nothing is
 *       published the conventions of Django REST framework and its simplejwt, on which it runs; the page is {@code
 *       docs/contracts/amani.md}.
 *   <li>Rooms: here its words and what the others share; below, one for each thing that it is about.
 *   <li>Caller: a bearer token from {@code POST /user/login}; its rights are Django's codenames such as {@code add_user}.
 *   <li>Answers: the thing itself, or a bare array of them; 201 for what was made, 204 for what was removed.
 *   <li>Failures: {@code {"detail": ...}}, and for the members of a body {@code {"email": ["This field is required."]}}.
 *   <li>Otherwise than the original: a refresh token is good for one day and opens nothing after a change of password.
 * </ul>
 */
@NullMarked
@Speaks(AmaniContract.class)
package org.roster.contract.amani;

import org.jspecify.annotations.NullMarked;
import org.roster.http.Speaks;

/** One filter turns whatever credential a request carries into the current {@link org.roster.caller.Caller}. */
@NullMarked
package org.roster.http.auth;

import org.jspecify.annotations.NullMarked;

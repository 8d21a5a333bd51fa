/**
 * Passwords at {@code /v1/tenants/{id}/password-policy} and {@code /v1/password-checks}: what a tenant asks of them, and what is to
 * be said of one before it is set.
 */
@NullMarked
@Speaks(RosterContract.class)
package org.roster.contract.roster.password;

import org.jspecify.annotations.NullMarked;
import org.roster.contract.roster.RosterContract;
import org.roster.http.Speaks;

/**
 * Mails and their templates, at {@code /v1/mails} and {@code /v1/mail-templates}.
 */
@NullMarked
@Speaks(RosterContract.class)
package org.roster.contract.roster.mail;

import org.jspecify.annotations.NullMarked;
import org.roster.contract.roster.RosterContract;
import org.roster.http.Speaks;

/** The pages that mails lead to, as a browser and as a hostile client see them. */
package org.roster.it.account;

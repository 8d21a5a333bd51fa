/** Roster's own API over HTTP. */
package org.roster.it.roster;

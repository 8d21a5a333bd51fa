/**
 * Roster as its users have it: a process of its own, started by the server's own script, configured by environment
 * alone and spoken to over HTTP. The same tests run on the embedded database and on a real MariaDB.
 *
 * <p>A test of one server extends {@link org.roster.it.Deployed}, and shares the server with all others; a test that
 * stops, kills or configures one starts its own with {@link org.roster.it.RosterServer}.
 */
package org.roster.it;

/**
 * Tests inside the running server, for what cannot be seen over HTTP. They run by Arquillian, on a server of their own
 * with the same configuration.
 */
package org.roster.it.incontainer;

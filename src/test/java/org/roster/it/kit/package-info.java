/** The documented exchanges of every contract, sent to the deployed WAR. */
package org.roster.it.kit;

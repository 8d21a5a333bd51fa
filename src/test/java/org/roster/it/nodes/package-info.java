/** Several nodes on one database are one Roster. */
package org.roster.it.nodes;

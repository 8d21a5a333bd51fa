/** How Roster starts, stops and survives, seen from outside. */
package org.roster.it.start;

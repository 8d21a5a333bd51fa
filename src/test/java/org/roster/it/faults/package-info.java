/**
 * Faults, done to a running Roster and to what it stands on: its database is cut off, frozen and killed, itself is killed and
 * overloaded, disks are full, clocks step. Run by {@code mvn verify -Pfaults}; each prints its figures in lines that begin with
 * {@code fault:}.
 */
package org.roster.it.faults;

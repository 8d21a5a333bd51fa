/** What several contracts have to do with each other: one directory behind them, and a wall around each tenant. */
package org.roster.it.doors;

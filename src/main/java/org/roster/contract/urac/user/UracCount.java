package org.roster.contract.urac.user;

/** How many users there are. */
public record UracCount(long count) {}

package org.roster.contract.urac.user;

import java.util.List;

/** Users and how many there are beyond them. */
public record UracUserPage(long count, List<UracUser> items) {}

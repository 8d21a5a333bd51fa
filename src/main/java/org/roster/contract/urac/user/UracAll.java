package org.roster.contract.urac.user;

import java.util.List;
import org.roster.contract.urac.group.UracGroup;

/** The users and groups of a tenant. */
public record UracAll(List<UracUser> users, List<UracGroup> groups) {}

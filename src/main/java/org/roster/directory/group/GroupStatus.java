package org.roster.directory.group;

/** Whether a group's permissions count. The members of an inactive group stay in it, without its permissions. */
public enum GroupStatus {
    ACTIVE,
    INACTIVE
}

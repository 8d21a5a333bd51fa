package org.roster.directory.permission;

/** Whether a permission gives anything to the members of the groups that carry it. */
public enum PermissionStatus {
    ACTIVE,
    INACTIVE
}

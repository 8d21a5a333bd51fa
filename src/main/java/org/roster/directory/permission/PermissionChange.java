package org.roster.directory.permission;

import org.roster.directory.Field;

/** What is to change about a permission. */
public record PermissionChange(Field<String> name, Field<String> description, Field<PermissionStatus> status) {

    public static PermissionChange to(PermissionStatus status) {
        return new PermissionChange(Field.absent(), Field.absent(), Field.of(status));
    }
}

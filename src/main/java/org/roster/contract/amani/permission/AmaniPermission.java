package org.roster.contract.amani.permission;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.roster.directory.permission.PermissionView;

/** A permission, in the members that Django gives one. */
@Schema(name = "AmaniPermission")
public record AmaniPermission(
        UUID id,

        @Schema(description = "What it is called for people: its description, else its codename", examples = "add_user")
        String name,

        @Schema(description = "The word that groups carry", examples = "add_user")
        String codename) {

    static AmaniPermission of(PermissionView permission) {
        var description = permission.description();
        var name = description == null || description.isBlank() ? permission.name() : description;
        return new AmaniPermission(permission.id(), name, permission.name());
    }
}

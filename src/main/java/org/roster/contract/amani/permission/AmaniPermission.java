package org.roster.contract.amani.permission;

import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.roster.directory.permission.PermissionView;

/**
 * A permission as Django prints it.
 *
 * @param name what it is called for people; the word itself where nothing was said of it
 * @param codename the word that groups carry
 */
@Schema(name = "AmaniPermission")
public record AmaniPermission(
        UUID id,
        @Schema(examples = "Can add user") String name,
        @Schema(examples = "add_user") String codename) {

    static AmaniPermission of(PermissionView permission) {
        return new AmaniPermission(
                permission.id(),
                Objects.requireNonNullElse(permission.description(), permission.name()),
                permission.name());
    }
}

package org.roster.contract.amani.permission;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.roster.contract.amani.AmaniRights;
import org.roster.directory.permission.PermissionService;
import org.roster.directory.permission.PermissionView;
import org.roster.http.Exchange;

/** The permissions that groups of the caller's company can carry. */
@Path("amani/api/v2/permission")
@Tag(name = "amani")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AmaniPermissionsResource {

    @Inject
    PermissionService permissions;

    @Inject
    Exchange exchange;

    @GET
    @RolesAllowed(AmaniRights.VIEW_PERMISSION)
    @Operation(
            summary = "Lists the permissions",
            description = "Those that Roster knows and those that groups of the company carry; none that is switched"
                    + " off.")
    @APIResponse(
            responseCode = "200",
            description = "The permissions, in the order of their codenames",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = AmaniPermission.class)))
    public List<AmaniPermission> list() {
        return permissions.list(exchange.requireCaller().tenant(), null).stream()
                .filter(PermissionView::active)
                .map(AmaniPermission::of)
                .toList();
    }
}

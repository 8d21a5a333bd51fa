package org.roster.contract.econtext.application;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Scopes;
import org.roster.contract.econtext.EcontextPaging;
import org.roster.contract.econtext.EcontextReferences;
import org.roster.contract.econtext.user.EcontextUser.EcontextUsersReply;
import org.roster.contract.econtext.user.EcontextUserPages;
import org.roster.directory.user.UserFilter;
import org.roster.http.Exchange;

/** Who is a member of an application. */
@Path("econtext/api/applications/application/{appid}/users")
@Tag(name = "econtext")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class EcontextApplicationUsersResource {

    @Inject
    EcontextReferences references;

    @Inject
    EcontextUserPages pages;

    @Inject
    Exchange exchange;

    @GET
    @RolesAllowed(Scopes.USERS_READ)
    @Operation(summary = "Lists the users of an application", description = "In the order of their making.")
    @APIResponse(
            responseCode = "200",
            description = "The users; the answer is streamed",
            content = @Content(schema = @Schema(implementation = EcontextUsersReply.class)))
    public StreamingOutput users(
            @PathParam("appid") String id,
            @Parameter(description = EcontextPaging.MINIMAL) @QueryParam("minimal") @Nullable String minimal) {
        var caller = exchange.requireCaller();
        var filter = UserFilter.assignedTo(
                references.application(caller.tenant(), id).id());
        return pages.stream(caller.tenant(), filter, EcontextPaging.minimal(minimal));
    }
}

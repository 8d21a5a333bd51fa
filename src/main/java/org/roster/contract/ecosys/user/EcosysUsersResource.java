package org.roster.contract.ecosys.user;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.caller.Scopes;
import org.roster.contract.ecosys.EcosysMissing;
import org.roster.contract.ecosys.EcosysStream;
import org.roster.contract.ecosys.Removal;
import org.roster.directory.query.Page;
import org.roster.directory.user.User;
import org.roster.directory.user.UserFilter;
import org.roster.directory.user.UserService;
import org.roster.directory.user.UserSort;
import org.roster.http.Exchange;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/** The users of the caller's tenant. */
@Path("etc-backend/api/users")
@Tag(name = "ecosys")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class EcosysUsersResource {

    @Inject
    UserService users;

    @Inject
    Exchange exchange;

    @POST
    @RolesAllowed(Scopes.USERS_CREATE)
    @Operation(
            summary = "Creates a user",
            description = "The published endpoint for external systems. Members that are not listed are passed over.")
    @APIResponse(
            responseCode = "201",
            description = "The user, without the password",
            content = @Content(schema = @Schema(implementation = EcosysUser.Reply.class)))
    public Response add(@NotNull(message = EcosysMissing.USER) @Valid EcosysNewUser body) {
        var caller = exchange.requireCaller();
        var added = users.add(caller, body.toNewUser(caller.tenant()));
        return Response.status(Status.CREATED)
                .entity(EcosysUser.Reply.of("User created successfully.", added.user()))
                .build();
    }

    @GET
    @RolesAllowed(Scopes.USERS_READ)
    @Operation(summary = "Lists all users", description = "Without pages; the answer is streamed.")
    @APIResponse(
            responseCode = "200",
            description = "All users of the tenant, in the order of their making",
            content = @Content(schema = @Schema(implementation = EcosysUser.ListReply.class)))
    public StreamingOutput list() {
        var caller = exchange.requireCaller();
        return EcosysStream.list(
                "users",
                cursor -> users.find(caller, caller.tenant(), UserFilter.ALL, UserSort.CREATED, cursor, Page.MAX),
                EcosysUser::of);
    }

    @GET
    @Path("{username}")
    @RolesAllowed(Scopes.USERS_READ)
    @Operation(summary = "Reads a user")
    @APIResponse(
            responseCode = "200",
            description = "The user",
            content = @Content(schema = @Schema(implementation = EcosysUser.Reply.class)))
    public EcosysUser.Reply get(@PathParam("username") String username) {
        return EcosysUser.Reply.of(null, require(exchange.requireCaller(), username));
    }

    @PATCH
    @Path("{username}")
    @RolesAllowed(Scopes.USERS_UPDATE)
    @Operation(
            summary = "Changes a user",
            description = "Empty members change nothing. Where nothing is left to change, and for an unknown user, the"
                    + " answer is 400 without a body.")
    @APIResponse(
            responseCode = "200",
            description = "The user as it is now",
            content = @Content(schema = @Schema(implementation = EcosysUser.Reply.class)))
    public Response change(@PathParam("username") String username, @Valid @Nullable EcosysUserChange body) {
        var caller = exchange.requireCaller();
        var present = users.byUsername(caller.tenant(), username);
        if (body == null || body.empty() || present.isEmpty()) {
            return Response.status(Status.BAD_REQUEST).build();
        }
        var user = users.change(caller, caller.tenant(), present.get().id(), body.toChange(), null);
        return Response.ok(EcosysUser.Reply.of(null, user)).build();
    }

    @DELETE
    @Path("{username}")
    @RolesAllowed(Scopes.USERS_DELETE)
    @Operation(summary = "Removes a user", description = "An unknown user counts as removed.")
    @APIResponse(responseCode = "204", description = "There is no such user any more")
    public void remove(@PathParam("username") String username) {
        var caller = exchange.requireCaller();
        Removal.of(
                Reason.USER_UNKNOWN,
                () -> users.remove(
                        caller, caller.tenant(), require(caller, username).id(), null));
    }

    private User require(Caller caller, String username) {
        return users.byUsername(caller.tenant(), username)
                .orElseThrow(() -> new Refusal(Reason.USER_UNKNOWN, "username", "there is no such user"));
    }
}

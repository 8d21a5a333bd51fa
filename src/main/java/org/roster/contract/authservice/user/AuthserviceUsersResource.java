package org.roster.contract.authservice.user;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.roster.contract.authservice.AuthserviceIds;
import org.roster.contract.authservice.AuthservicePaging;
import org.roster.contract.authservice.AuthserviceScopes;
import org.roster.contract.authservice.AuthserviceStatus;
import org.roster.contract.authservice.AuthserviceStream;
import org.roster.contract.authservice.Given;
import org.roster.contract.authservice.role.AuthserviceRoles;
import org.roster.directory.Field;
import org.roster.directory.query.Page;
import org.roster.directory.user.User;
import org.roster.directory.user.UserChange;
import org.roster.directory.user.UserFilter;
import org.roster.directory.user.UserService;
import org.roster.directory.user.UserSort;
import org.roster.directory.user.UserStatus;
import org.roster.http.Exchange;
import org.roster.http.Limits;

/** The users of the caller's tenant. */
@Path("authservice/api/users")
@Tag(name = "authservice")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AuthserviceUsersResource {

    @Inject
    UserService users;

    @Inject
    AuthserviceRoles roles;

    @Inject
    Exchange exchange;

    @POST
    @RolesAllowed({AuthserviceScopes.WRITE, AuthserviceScopes.ADMIN})
    @Operation(
            summary = "Creates a new user",
            description = "The published endpoint. It requires write privileges or admin role. Members that are not"
                    + " listed are passed over.")
    @APIResponse(
            responseCode = "201",
            description = "User created successfully",
            content = @Content(schema = @Schema(implementation = AuthserviceUser.class)))
    public Response add(@Valid AuthserviceNewUser body) {
        var caller = exchange.requireCaller();
        var added = users.add(caller, body.toNewUser(caller.tenant()));
        return Response.status(Status.CREATED)
                .entity(AuthserviceUser.of(added.user(), List.of()))
                .build();
    }

    @GET
    @RolesAllowed({AuthserviceScopes.READ, AuthserviceScopes.ADMIN})
    @Operation(summary = "Lists all users", description = "A plain array without pages; the answer is streamed.")
    @APIResponse(
            responseCode = "200",
            description = "All users of the tenant, in the order of their making",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = AuthserviceUser.class)))
    public StreamingOutput list() {
        var caller = exchange.requireCaller();
        return AuthserviceStream.array(
                cursor -> users.find(caller, caller.tenant(), UserFilter.ALL, UserSort.CREATED, cursor, Page.MAX),
                page -> shown(caller.tenant(), page));
    }

    @GET
    @Path("search")
    @RolesAllowed({AuthserviceScopes.READ, AuthserviceScopes.ADMIN})
    @Operation(summary = "Searches users", description = "A status that there is not is answered 400 without a body.")
    @APIResponse(
            responseCode = "200",
            description = "A page of users",
            content = @Content(schema = @Schema(implementation = AuthserviceUser.Page.class)))
    public Response search(
            @Parameter(
                            description = "A part of the e-mail address, in any letter case",
                            schema = @Schema(type = SchemaType.STRING, maxLength = Limits.FILTER_LENGTH))
                    @QueryParam("email")
                    @Nullable
                    String email,
            @Parameter(description = "`ACTIVO` or `INACTIVO`") @QueryParam("status") @Nullable String status,
            @Parameter(description = AuthservicePaging.PAGE) @QueryParam("page") @Nullable String page,
            @Parameter(description = AuthservicePaging.SIZE) @QueryParam("size") @Nullable String size) {
        var tenant = exchange.requireCaller().tenant();
        var filter = UserFilter.ALL.withEmailContaining(Given.filter(email));
        var wanted = Given.text(status);
        if (wanted != null) {
            var active = AuthserviceStatus.active(wanted);
            if (active.isEmpty()) {
                return Response.status(Status.BAD_REQUEST).build();
            }
            filter = filter.withOpen(active.get());
        }
        var paging = AuthservicePaging.of(page, size);
        var found = users.slice(tenant, filter, UserSort.CREATED, paging.offset(), paging.size());
        return Response.ok(AuthserviceUser.Page.of(shown(tenant, found), paging, users.count(tenant, filter)))
                .build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed({AuthserviceScopes.READ, AuthserviceScopes.ADMIN})
    @Operation(summary = "Reads a user", description = "An unknown one is answered 404 without a body.")
    @APIResponse(
            responseCode = "200",
            description = "The user",
            content = @Content(schema = @Schema(implementation = AuthserviceUser.class)))
    public AuthserviceUser get(@PathParam("id") String id) {
        var tenant = exchange.requireCaller().tenant();
        return shown(users.require(tenant, AuthserviceIds.parse(id)));
    }

    @PUT
    @Path("{id}")
    @RolesAllowed({AuthserviceScopes.WRITE, AuthserviceScopes.ADMIN})
    @Operation(summary = "Changes a user", description = "What is missing from the body stays as it is.")
    @APIResponse(
            responseCode = "200",
            description = "The user as it is now",
            content = @Content(schema = @Schema(implementation = AuthserviceUser.class)))
    public AuthserviceUser change(@PathParam("id") String id, @Valid AuthserviceUserChange body) {
        var caller = exchange.requireCaller();
        var present = users.require(caller.tenant(), AuthserviceIds.parse(id));
        return shown(users.change(caller, caller.tenant(), present.id(), body.toChange(present), null));
    }

    @PATCH
    @Path("{id}/deactivate")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({AuthserviceScopes.WRITE, AuthserviceScopes.ADMIN})
    @Operation(summary = "Takes a user out of use", description = "Its tokens and its log-in end at once.")
    @APIResponse(responseCode = "204", description = "The user is INACTIVO")
    public void deactivate(@PathParam("id") String id) {
        putInUse(id, false);
    }

    @PATCH
    @Path("{id}/activate")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({AuthserviceScopes.WRITE, AuthserviceScopes.ADMIN})
    @Operation(summary = "Puts a user into use")
    @APIResponse(responseCode = "204", description = "The user is ACTIVO")
    public void activate(@PathParam("id") String id) {
        putInUse(id, true);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({AuthserviceScopes.WRITE, AuthserviceScopes.ADMIN})
    @Operation(
            summary = "Takes a user out of use",
            description = "The contract has no removal; this is the same as `PATCH …/deactivate`.")
    @APIResponse(responseCode = "204", description = "The user is INACTIVO")
    public void remove(@PathParam("id") String id) {
        putInUse(id, false);
    }

    /** A user who is in this state already stays as it is: whoever is not verified may log in too, and remains so. */
    private void putInUse(String id, boolean active) {
        var caller = exchange.requireCaller();
        var user = users.require(caller.tenant(), AuthserviceIds.parse(id));
        if (user.status().open() != active) {
            var change = new UserChange().status(Field.of(active ? UserStatus.ACTIVE : UserStatus.INACTIVE));
            users.change(caller, caller.tenant(), user.id(), change, null);
        }
    }

    private AuthserviceUser shown(User user) {
        return shown(user.tenantId(), List.of(user)).get(0);
    }

    private List<AuthserviceUser> shown(UUID tenant, List<User> found) {
        var ofUsers = roles.ofUsers(tenant, found.stream().map(User::id).toList());
        return found.stream()
                .map(user -> AuthserviceUser.of(user, ofUsers.getOrDefault(user.id(), List.of())))
                .toList();
    }
}

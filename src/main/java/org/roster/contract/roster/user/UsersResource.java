package org.roster.contract.roster.user;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Scopes;
import org.roster.contract.roster.Query;
import org.roster.contract.roster.history.AsOf;
import org.roster.contract.roster.history.UserAtBody;
import org.roster.directory.account.AccountService;
import org.roster.directory.tenant.TenantService;
import org.roster.directory.user.User;
import org.roster.directory.user.UserFilter;
import org.roster.directory.user.UserService;
import org.roster.directory.user.UserSort;
import org.roster.directory.user.UserStatus;
import org.roster.http.Conditional;
import org.roster.http.Exchange;
import org.roster.http.Limits;
import org.roster.http.Patch;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/** The users of a tenant. */
@Path("v1/users")
@Tag(name = "users")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class UsersResource {

    @Inject
    UserService users;

    @Inject
    AccountService accounts;

    @Inject
    AsOf past;

    @Inject
    TenantService tenants;

    @Inject
    Exchange exchange;

    @POST
    @RolesAllowed(Scopes.USERS_CREATE)
    @Operation(
            summary = "Adds a user",
            description = "With its groups, applications, an API key and a password or a ready-made hash, all in one"
                    + " transaction: either all of it is there afterwards, or nothing. Groups and scopes beyond the"
                    + " caller's own are refused. The secret of the API key is in this answer only. A"
                    + " user with the status `PENDING_NEW` and an e-mail address is invited by mail.")
    @APIResponse(
            responseCode = "201",
            description = "The user, at the address in `Location`",
            content = @Content(schema = @Schema(implementation = UserBody.class)))
    public Response add(@NotNull @Valid NewUserBody body) {
        var caller = exchange.requireCaller();
        var tenant = tenants.resolve(caller, body.tenant());
        var added = accounts.add(caller, body.toNewUser(tenant));
        return Response.created(URI.create("/v1/users/" + added.user().id()))
                .tag(Conditional.tag(added.user().version()))
                .entity(UserBody.of(added))
                .build();
    }

    @GET
    @RolesAllowed(Scopes.USERS_READ)
    @Operation(
            summary = "Lists users",
            description =
                    "By exact user name or e-mail address in any spelling that folds to it, by how a user name,"
                            + " e-mail address, given or family name begins, by group, application or status; a page at a time.")
    @APIResponse(
            responseCode = "200",
            description = "A page of users",
            content = @Content(schema = @Schema(implementation = UserPage.class)))
    public UserPage find(
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant,
            @Parameter(schema = @Schema(type = SchemaType.STRING, maxLength = Limits.FILTER_LENGTH))
                    @QueryParam("username")
                    @Nullable
                    String username,
            @Parameter(schema = @Schema(type = SchemaType.STRING, maxLength = Limits.FILTER_LENGTH))
                    @QueryParam("email")
                    @Nullable
                    String email,
            @Parameter(
                            description = "How a user name, e-mail address, given or family name begins",
                            schema = @Schema(type = SchemaType.STRING, maxLength = Limits.FILTER_LENGTH))
                    @QueryParam("prefix")
                    @Nullable
                    String prefix,
            @QueryParam("status") @Nullable String status,
            @Parameter(description = "Id of a group") @QueryParam("group") @Nullable String group,
            @Parameter(description = "Id of an application") @QueryParam("application") @Nullable String application,
            @Parameter(
                            description = "One of `created`, `username`, `email`, `givenName`, `familyName`, with a"
                                    + " leading hyphen for the reverse; not with `prefix`")
                    @QueryParam("sort")
                    @Nullable
                    String sort,
            @Parameter(description = Query.LIMIT) @QueryParam("limit") @Nullable String limit,
            @Parameter(description = Query.CURSOR) @QueryParam("cursor") @Nullable String cursor) {
        var caller = exchange.requireCaller();
        var filter = new UserFilter(
                Query.filter("username", username),
                Query.filter("email", email),
                Query.filter("prefix", prefix),
                Query.word("status", status, UserStatus.class),
                Query.id("group", group),
                Query.id("application", application));
        var order = Query.parsed("sort", sort, UserSort::of, "a member that users can be sorted by");
        if (order != null && prefix != null) {
            throw Refusal.invalid("sort", "cannot be chosen together with prefix: the best matches come first");
        }
        return UserPage.of(users.find(
                caller,
                tenants.resolve(caller, tenant),
                filter,
                Objects.requireNonNullElse(order, UserSort.CREATED),
                cursor,
                Query.limit(limit)));
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Scopes.USERS_READ)
    @Operation(
            summary = "Reads a user",
            description =
                    "As it is, or with `as_of` as it was at a moment, also when it is gone since; that needs the scope"
                            + " `events:read` as well.")
    @APIResponse(
            responseCode = "200",
            description = "The user, or with `as_of` what is known of it at that moment",
            content = @Content(schema = @Schema(oneOf = {UserBody.class, UserAtBody.class})))
    @APIResponse(responseCode = "304", description = "The client has this state already")
    public Response get(
            @PathParam("id") String id,
            @QueryParam("tenant") @Nullable String tenant,
            @Parameter(description = AsOf.MOMENT) @QueryParam("as_of") @Nullable String asOf,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        if (asOf != null) {
            var caller = exchange.requireCaller();
            return Response.ok(past.user(caller, tenants.resolve(caller, tenant), userId(id), asOf))
                    .build();
        }
        var user = users.require(tenants.resolve(exchange.requireCaller(), tenant), userId(id));
        var tag = Conditional.tag(user.version());
        return Conditional.unchanged(ifNoneMatch, user.version())
                ? Response.notModified(tag).build()
                : Response.ok(UserBody.of(user)).tag(tag).build();
    }

    @PATCH
    @Path("{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed(Scopes.USERS_UPDATE)
    @Operation(
            summary = "Changes a user",
            description = "A JSON merge patch (RFC 7396): members that are absent stay, null takes a value away. With"
                    + " `If-Match` only the state that was read is changed. A user with rights beyond the caller's"
                    + " cannot be changed.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = UserPatchBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The user as it is now",
            content = @Content(schema = @Schema(implementation = UserBody.class)))
    public Response change(
            @PathParam("id") String id,
            @QueryParam("tenant") @Nullable String tenant,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable JsonNode body) {
        var caller = exchange.requireCaller();
        var tenantId = tenants.resolve(caller, tenant);
        var present = users.require(tenantId, userId(id));
        var change = UserPatchBody.read(Patch.of(body), present);
        User user = users.change(caller, tenantId, present.id(), change, Conditional.ifMatch(ifMatch));
        return Response.ok(UserBody.of(user))
                .tag(Conditional.tag(user.version()))
                .build();
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Scopes.USERS_DELETE)
    @Operation(
            summary = "Removes a user",
            description = "With its memberships, assignments, API keys and tokens. A user with rights beyond the"
                    + " caller's cannot be removed.")
    @APIResponse(responseCode = "204", description = "The user is gone")
    public void remove(
            @PathParam("id") String id,
            @QueryParam("tenant") @Nullable String tenant,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var caller = exchange.requireCaller();
        users.remove(caller, tenants.resolve(caller, tenant), userId(id), Conditional.ifMatch(ifMatch));
    }

    private static UUID userId(String id) {
        return Query.pathId(id, Reason.USER_UNKNOWN);
    }
}

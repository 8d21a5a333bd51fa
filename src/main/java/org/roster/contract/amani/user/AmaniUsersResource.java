package org.roster.contract.amani.user;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
import java.util.Set;
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
import org.roster.caller.Caller;
import org.roster.contract.amani.AmaniBody;
import org.roster.contract.amani.AmaniPaging;
import org.roster.contract.amani.AmaniRights;
import org.roster.contract.amani.AmaniStream;
import org.roster.contract.amani.group.AmaniGroupKeys;
import org.roster.directory.query.Page;
import org.roster.directory.user.User;
import org.roster.directory.user.UserFilter;
import org.roster.directory.user.UserService;
import org.roster.directory.user.UserSort;
import org.roster.http.Exchange;
import org.roster.http.Failure;
import org.roster.http.FailureException;
import org.roster.http.Limits;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;
import org.roster.system.Ids;

/** The users of the caller's company. */
@Path("amani/api/v2/user")
@Tag(name = "amani")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AmaniUsersResource {

    private static final String GROUPS = "groups";

    @Inject
    UserService users;

    @Inject
    AmaniUsers shown;

    @Inject
    AmaniGroupKeys groupKeys;

    @Inject
    Exchange exchange;

    @POST
    @RolesAllowed(AmaniRights.ADD_USER)
    @Operation(
            summary = "Creates a user",
            description = "The published endpoint. Nobody puts a user into a group with permissions that they do not"
                    + " hold themselves.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AmaniNewUser.class)))
    @APIResponse(
            responseCode = "201",
            description = "The user, without the password",
            content = @Content(schema = @Schema(implementation = AmaniUser.class)))
    public Response add(AmaniBody body) {
        var caller = exchange.requireCaller();
        body.require("email");
        body.require("password");
        var members = AmaniUserMembers.of(body);
        var groups = groupKeys.read(body, GROUPS, caller.tenant());
        body.done();
        var added = users.add(caller, members.toNewUser(caller.tenant(), groups.orElse(Set.of())));
        return Response.status(Status.CREATED).entity(shown.show(added.user())).build();
    }

    @GET
    @RolesAllowed(AmaniRights.VIEW_USER)
    @Operation(
            summary = "Lists users",
            description = "All of them as one array, which is streamed, unless a page is asked for.")
    @Parameter(
            name = "search",
            description = "What the user name, the address or one of the names contains",
            schema = @Schema(type = SchemaType.STRING, maxLength = Limits.FILTER_LENGTH))
    @Parameter(name = "page", description = "The number of a page, from 1")
    @Parameter(name = "page_size", description = "How many a page holds: 100 unless it is given, at most 1000")
    @APIResponse(
            responseCode = "200",
            description = "The users, in the order of their making",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = AmaniUser.class)))
    public StreamingOutput list(
            @QueryParam("search") @Nullable String search,
            @QueryParam("page") @Nullable String page,
            @QueryParam("page_size") @Nullable String pageSize) {
        var caller = exchange.requireCaller();
        var tenant = caller.tenant();
        var paging = AmaniPaging.of(page, pageSize);
        var filter = UserFilter.ALL.withContaining(searched(search));
        return AmaniStream.all(
                cursor -> paging == null
                        ? users.find(caller, tenant, filter, UserSort.CREATED, cursor, Page.MAX)
                        : new Page<>(
                                users.slice(tenant, filter, UserSort.CREATED, paging.offset(), paging.limit()), null),
                found -> shown.show(tenant, found));
    }

    private static @Nullable String searched(@Nullable String search) {
        if (search != null && search.length() > Limits.FILTER_LENGTH) {
            throw new FailureException(Failure.invalid(List.of(new Failure.Violation(
                    "search", "Ensure this field has no more than " + Limits.FILTER_LENGTH + " characters."))));
        }
        return search == null || search.isBlank() ? null : search.strip();
    }

    @GET
    @Path("{id}")
    @RolesAllowed(AmaniRights.VIEW_USER)
    @Operation(summary = "Reads a user")
    @APIResponse(
            responseCode = "200",
            description = "The user",
            content = @Content(schema = @Schema(implementation = AmaniUser.class)))
    public AmaniUser get(@PathParam("id") String id) {
        return shown.show(require(exchange.requireCaller(), id));
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed(AmaniRights.CHANGE_USER)
    @Operation(
            summary = "Changes a user",
            description = "The published endpoint. What is not given stays as it is; the groups that are given are all"
                    + " that the user is in afterwards. `is_active`, `mfa`, `reset_pw` and `reset_2fa` act on the"
                    + " account at once.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AmaniUserChange.class)))
    @APIResponse(
            responseCode = "200",
            description = "The user as it is now",
            content = @Content(schema = @Schema(implementation = AmaniUser.class)))
    public AmaniUser change(@PathParam("id") String id, AmaniBody body) {
        var caller = exchange.requireCaller();
        var present = require(caller, id);
        var members = AmaniUserMembers.of(body);
        var groups = groupKeys.read(body, GROUPS, caller.tenant());
        body.done();
        return shown.show(users.change(caller, caller.tenant(), present.id(), members.toChange(present, groups), null));
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(AmaniRights.CHANGE_USER)
    @Operation(summary = "Changes a user", description = "As PATCH, but the e-mail address must be given.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AmaniUserChange.class)))
    @APIResponse(
            responseCode = "200",
            description = "The user as it is now",
            content = @Content(schema = @Schema(implementation = AmaniUser.class)))
    public AmaniUser replace(@PathParam("id") String id, AmaniBody body) {
        body.require("email");
        return change(id, body);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(AmaniRights.DELETE_USER)
    @Operation(
            summary = "Removes a user",
            description = "With its memberships, API keys and tokens. To keep it for later, set `is_active` to false.")
    @APIResponse(responseCode = "204", description = "It is gone")
    public void remove(@PathParam("id") String id) {
        var caller = exchange.requireCaller();
        users.remove(caller, caller.tenant(), require(caller, id).id(), null);
    }

    private User require(Caller caller, String id) {
        UUID key = Ids.parse(id).orElseThrow(() -> new Refusal(Reason.USER_UNKNOWN, "id", "there is no such user"));
        return users.require(caller.tenant(), key);
    }
}

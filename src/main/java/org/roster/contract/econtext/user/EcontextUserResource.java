package org.roster.contract.econtext.user;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Scopes;
import org.roster.contract.econtext.EcontextBody;
import org.roster.contract.econtext.EcontextDeleted;
import org.roster.contract.econtext.EcontextReferences;
import org.roster.contract.econtext.EcontextRefusal;
import org.roster.contract.econtext.EcontextReply;
import org.roster.contract.econtext.user.EcontextUser.EcontextOneUser;
import org.roster.directory.tenant.TenantService;
import org.roster.directory.user.User;
import org.roster.directory.user.UserService;
import org.roster.directory.user.UserStatus;
import org.roster.http.Exchange;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/** One user: creating, reading, changing and deleting it. */
@Path("econtext/api/users/user")
@Tag(name = "econtext")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class EcontextUserResource {

    @Inject
    UserService users;

    @Inject
    TenantService tenants;

    @Inject
    EcontextReferences references;

    @Inject
    EcontextUserPages pages;

    @Inject
    Exchange exchange;

    @POST
    @RolesAllowed(Scopes.USERS_CREATE)
    @Operation(
            summary = "Creates a user",
            description =
                    "The published endpoint. Status 200, as in the original. Members that are not listed are passed"
                            + " over. Groups with permissions beyond the caller's own cannot be given.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = EcontextNewUser.class)))
    @APIResponse(responseCode = "200", description = "The user")
    public EcontextReply<EcontextOneUser> add(@Nullable JsonNode tree) {
        var caller = exchange.requireCaller();
        var body = EcontextBody.of(tree);
        var tenant = tenants.resolve(caller, body.stripped("organization"));
        var wish = EcontextNewUser.read(body, tenant, references, taken(tenant, null));
        try {
            return reply(users.add(caller, wish).user());
        } catch (Refusal refusal) {
            throw refusal.reason() == Reason.USERNAME_TAKEN && body.stripped("username") == null
                    ? new Refusal(Reason.EMAIL_TAKEN, "email", refusal.detail())
                    : refusal;
        }
    }

    @GET
    @Path("{userid}")
    @RolesAllowed(Scopes.USERS_READ)
    @Operation(summary = "Reads a user")
    @APIResponse(responseCode = "200", description = "The user")
    public EcontextReply<EcontextOneUser> get(@PathParam("userid") String id) {
        return reply(references.user(tenant(), id));
    }

    @PUT
    @Path("{userid}")
    @RolesAllowed(Scopes.USERS_UPDATE)
    @Operation(
            summary = "Changes a user",
            description = "Only what is given. Applications and groups are added to those that the user has;"
                    + " `custom_data` is replaced; `username` stays.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = EcontextUserChange.class)))
    @APIResponse(responseCode = "200", description = "The user as it is now")
    public EcontextReply<EcontextOneUser> change(@PathParam("userid") String id, @Nullable JsonNode tree) {
        var caller = exchange.requireCaller();
        var user = references.user(caller.tenant(), id);
        var change = EcontextUserChange.read(EcontextBody.of(tree), user, references, taken(caller.tenant(), user));
        return reply(users.change(caller, caller.tenant(), user.id(), change, null));
    }

    @DELETE
    @Path("{userid}")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Scopes.USERS_DELETE)
    @Operation(summary = "Deletes a user", description = "It must be DISABLED. Its API keys go with it.")
    @APIResponse(responseCode = "200", description = "The user is gone")
    public EcontextReply<EcontextDeleted> remove(@PathParam("userid") String id) {
        var user = references.user(tenant(), id);
        if (user.status() != UserStatus.INACTIVE) {
            throw EcontextRefusal.conflict("User must be disabled before deletion is possible");
        }
        users.remove(exchange.requireCaller(), tenant(), user.id(), user.version());
        return EcontextReply.of(EcontextDeleted.DELETED, exchange);
    }

    /** Whether an address is that of somebody else. What is written at the same instant is found by the database. */
    private Predicate<String> taken(UUID tenant, @Nullable User self) {
        return email -> users.byLoginName(tenant, email)
                .filter(holder -> !holder.equals(self))
                .isPresent();
    }

    private EcontextReply<EcontextOneUser> reply(User user) {
        return EcontextReply.of(new EcontextOneUser(pages.show(user)), exchange);
    }

    private UUID tenant() {
        return exchange.requireCaller().tenant();
    }
}

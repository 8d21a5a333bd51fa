package org.roster.contract.urac.account;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.roster.caller.Scopes;
import org.roster.contract.urac.UracError;
import org.roster.contract.urac.UracReply;
import org.roster.contract.urac.input.Takes;
import org.roster.contract.urac.input.UracInput;
import org.roster.contract.urac.user.UracUser;
import org.roster.contract.urac.user.UserDocuments;
import org.roster.http.Exchange;

/** Who is logged in, as release 4.1.24 says it. */
@Path("urac/user")
@Tag(name = "urac")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class UracMeResource {

    @Inject
    Self self;

    @Inject
    UserDocuments documents;

    @Inject
    UracInput input;

    @Inject
    Exchange exchange;

    @GET
    @RolesAllowed("**")
    @Takes({"username: query.username; required; string", "status: query.status; optional; string enum[active,pending]"
    })
    @Operation(
            summary = "Reads one's own account by its user name or e-mail address",
            description = "Or that of another user, for holders of `users:read`.")
    @APIResponse(responseCode = "200", description = "The user; or an error")
    public UracReply<UracUser> byUsername() {
        var caller = exchange.requireCaller();
        var name = input.taken().text("username");
        return UracReply.of(documents.of(self.named(caller, name, Scopes.USERS_READ, UracError.NEW_USER_UNKNOWN)));
    }

    @GET
    @Path("me")
    @RolesAllowed("**")
    @Operation(
            summary = "Reads the account of the user who is logged in",
            description = "A guest is shown with its groups in the tenant that it visits.")
    @APIResponse(responseCode = "200", description = "The user; or an error")
    public UracReply<UracUser> me() {
        return UracReply.of(mine());
    }

    @GET
    @Path("tenants")
    @RolesAllowed("**")
    @Operation(
            summary = "Lists the tenants of the user who is logged in",
            description = "A guest hears of the tenant that it visits only.")
    @APIResponse(responseCode = "200", description = "The tenants; or an error")
    public UracReply<UracTenancies> tenants() {
        var mine = mine();
        return UracReply.of(new UracTenancies(
                mine.tenant(),
                mine.groups(),
                mine.config() == null ? null : mine.config().allowedTenants()));
    }

    private UracUser mine() {
        var caller = exchange.requireCaller();
        var user = self.required(caller);
        return user.tenantId().equals(caller.tenant())
                ? documents.of(user)
                : documents.of(caller.tenant(), List.of(user), false).get(0);
    }
}

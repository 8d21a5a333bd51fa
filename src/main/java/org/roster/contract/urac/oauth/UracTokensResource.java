package org.roster.contract.urac.oauth;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.roster.caller.Scopes;
import org.roster.contract.urac.UracReply;
import org.roster.contract.urac.UracTenants;
import org.roster.contract.urac.account.Self;
import org.roster.directory.user.UserService;
import org.roster.http.Exchange;
import org.roster.token.Sessions;

/** Ends tokens. What is over already, or never was one, is over too. */
@Path("oauth")
@Tag(name = "urac")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class UracTokensResource {

    @Inject
    Sessions sessions;

    @Inject
    Self self;

    @Inject
    UserService users;

    @Inject
    UracTenants tenants;

    @Inject
    Exchange exchange;

    @DELETE
    @Path("accessToken/{token}")
    @RolesAllowed("**")
    @Operation(summary = "Ends an access token", description = "Who shows a token of the key's tenant may end it.")
    @APIResponse(responseCode = "200", description = "True; or an error")
    public UracReply<Boolean> accessToken(@PathParam("token") String token) {
        sessions.endAccess(exchange.requireCaller(), token);
        return UracReply.done();
    }

    @DELETE
    @Path("refreshToken/{token}")
    @RolesAllowed("**")
    @Operation(
            summary = "Ends a refresh token",
            description = "And those that came of it. Who shows a token of the key's tenant may end it.")
    @APIResponse(responseCode = "200", description = "True; or an error")
    public UracReply<Boolean> refreshToken(@PathParam("token") String token) {
        sessions.endRefresh(exchange.requireCaller(), token);
        return UracReply.done();
    }

    @DELETE
    @Path("tokens/user/{userId}")
    @RolesAllowed("**")
    @Operation(
            summary = "Signs a user out everywhere",
            description = "Oneself, or another user for holders of `users:update`.")
    @APIResponse(responseCode = "200", description = "True; or an error")
    public UracReply<Boolean> ofUser(@PathParam("userId") String userId) {
        var caller = exchange.requireCaller();
        var user = self.orOther(caller, userId, Scopes.USERS_UPDATE);
        if (!caller.is(user.id())) {
            users.requireOutranked(caller, user.tenantId(), user.id());
        }
        sessions.end(caller, user.tenantId(), user.id());
        return UracReply.done();
    }

    @DELETE
    @Path("tokens/tenant/{clientId}")
    @RolesAllowed(Scopes.TENANTS_UPDATE)
    @Operation(summary = "Signs everybody out of a tenant", description = "Its clients too.")
    @APIResponse(responseCode = "200", description = "True; or an error")
    public UracReply<Boolean> ofTenant(@PathParam("clientId") String clientId) {
        var caller = exchange.requireCaller();
        sessions.endAll(caller, tenants.named(caller, clientId).id());
        return UracReply.done();
    }
}

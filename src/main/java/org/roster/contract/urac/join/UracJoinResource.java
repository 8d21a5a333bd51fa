package org.roster.contract.urac.join;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.roster.contract.urac.UracReply;
import org.roster.contract.urac.UracSettings;
import org.roster.contract.urac.UracTenants;
import org.roster.contract.urac.input.Taken;
import org.roster.contract.urac.input.Takes;
import org.roster.contract.urac.input.UracInput;
import org.roster.directory.account.AccountService;
import org.roster.directory.account.AccountStepService;
import org.roster.directory.user.NewUser;
import org.roster.directory.user.UserService;
import org.roster.http.Exchange;

/** Registers people in the tenant of the key. A key is all it takes. */
@Path("urac")
@Tag(name = "urac")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class UracJoinResource {

    /** The tenant's setting that says whether an address must be verified; it must unless this is false. */
    private static final String VALIDATE_JOIN = "validateJoin";

    private static final String TOKEN = "token: query.token; required; string";

    @Inject
    AccountService accounts;

    @Inject
    AccountStepService steps;

    @Inject
    UserService users;

    @Inject
    UracTenants tenants;

    @Inject
    UracSettings settings;

    @Inject
    UracInput input;

    @Inject
    Exchange exchange;

    @POST
    @Path("join")
    @RolesAllowed("**")
    @Takes({
        "username: body.username; required; string /^[a-zA-Z0-9_-]+$/",
        "password: body.password; required; string",
        "firstName: body.firstName; required; string",
        "lastName: body.lastName; required; string",
        "email: body.email; required; string fmt=email",
        "profile: body.profile; optional; object orText",
        "ln: body.ln; optional; string",
        "phone: body.phone; optional; string"
    })
    @Operation(
            summary = "Registers oneself",
            description = "The account waits for its address to be verified, unless the tenant's setting `validateJoin`"
                    + " is false. Of both editions, with what the older one demands.")
    @APIResponse(responseCode = "200", description = "The user's id; or an error")
    public UracReply<UracJoined> join() {
        var caller = exchange.requireCaller();
        var verify = !Boolean.FALSE.equals(tenants.own(caller).settings().get(VALIDATE_JOIN));
        var registered = accounts.register(caller, wish(caller.tenant(), input.taken()), verify, Lives.INVITATION);
        return UracReply.of(
                new UracJoined(registered.user().objectId(), settings.exposesTokens() ? registered.token() : null));
    }

    @GET
    @Path("join/validate")
    @RolesAllowed("**")
    @Takes(TOKEN)
    @Operation(summary = "Verifies the address of somebody who has registered, by the token of the mail")
    @APIResponse(responseCode = "200", description = "True; or an error")
    public UracReply<Boolean> validate() {
        verified();
        return UracReply.done();
    }

    @GET
    @Path("validate/join")
    @RolesAllowed("**")
    @Takes(TOKEN)
    @Operation(summary = "Verifies the address of somebody who has registered, and says whose it is")
    @APIResponse(responseCode = "200", description = "The user; or an error")
    public UracReply<UracValidated> validateOfNew() {
        return UracReply.of(verified());
    }

    @GET
    @Path("checkUsername")
    @RolesAllowed("**")
    @Takes("username: query.username; required; string")
    @Operation(
            summary = "Says whether a user name is taken",
            description = "Or an e-mail address, since people log in by either.")
    @APIResponse(responseCode = "200", description = "True if it is taken; or an error")
    public UracReply<Boolean> checkUsername() {
        var tenant = exchange.requireCaller().tenant();
        return UracReply.of(
                users.byLoginName(tenant, input.taken().text("username")).isPresent());
    }

    private UracValidated verified() {
        var caller = exchange.requireCaller();
        return UracValidated.of(steps.verify(
                caller, exchange.source(), caller.tenant(), input.taken().text("token")));
    }

    private static NewUser wish(UUID tenant, Taken in) {
        var wish = NewUser.of(tenant, in.text("username"))
                .email(in.text("email"))
                .names(in.text("firstName"), in.text("lastName"))
                .password(in.text("password"))
                .passwordFloor(1)
                .profile(in.map("profile"));
        wish.details().phone(in.textOrNull("phone")).locale(in.textOrNull("ln"));
        return wish;
    }
}

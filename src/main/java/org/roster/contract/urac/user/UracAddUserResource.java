package org.roster.contract.urac.user;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.roster.caller.Caller;
import org.roster.caller.Scopes;
import org.roster.contract.urac.UracError;
import org.roster.contract.urac.UracReply;
import org.roster.contract.urac.UracTenants;
import org.roster.contract.urac.group.Codes;
import org.roster.contract.urac.input.Taken;
import org.roster.contract.urac.input.Takes;
import org.roster.contract.urac.input.UracInput;
import org.roster.directory.account.AccountService;
import org.roster.directory.user.UserService;
import org.roster.http.Exchange;
import org.roster.http.FailureException;

/** The published endpoint: adds a user, who is invited unless a password is given. */
@Path("urac/admin")
@Tag(name = "urac")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class UracAddUserResource {

    /** How long an invitation is good. */
    static final Duration INVITATION = Duration.ofDays(2);

    @Inject
    UracTenants tenants;

    @Inject
    Codes codes;

    @Inject
    AccountService accounts;

    @Inject
    UserService users;

    @Inject
    UracInput input;

    @Inject
    Exchange exchange;

    @POST
    @Path("addUser")
    @RolesAllowed(Scopes.USERS_CREATE)
    @Takes({
        "username: body.username; required; string /^[a-zA-Z0-9_-]+$/",
        "firstName: body.firstName; required; string",
        "lastName: body.lastName; required; string",
        "email: body.email; required; string fmt=email",
        "profile: body.profile; optional; object orText",
        "groups: body.groups; optional; array of string",
        "status: body.status; optional default pendingNew; string enum[active,inactive,pendingNew]",
        "password: body.password; optional; string",
        "confirmation: body.confirmation; optional; string",
        "pin: body.pin; optional; object {code*: string orTrue, allowed*: boolean} closed",
        "tId: query.tId or body.tId; required; string",
        "tCode: query.tCode or body.tCode; required; string",
        "soajs_project: query.soajs_project or body.soajs_project; optional; string"
    })
    @Operation(
            summary = "Adds a user",
            description = "The published endpoint. `status` is `pendingNew` unless it is given; such a user has no"
                    + " password and sets one with the token of the answer. Others come with a password and its"
                    + " confirmation.")
    @APIResponse(responseCode = "200", description = "The user's id, and the token of an invited user; or an error")
    public UracReply<UracAdded> add() {
        var caller = exchange.requireCaller();
        var in = input.taken();
        var asked = UracNewUser.of(in);
        var tenant = tenant(caller, in);
        var wish = asked.wish(tenant, codes.ids(tenant, asked.groups()));
        var pin = asked.pin();
        if (asked.pending()) {
            var invited = accounts.invite(caller, wish, INVITATION, pin);
            return UracReply.of(new UracAdded(invited.user().objectId(), invited.token()));
        }
        var user = pin == null ? users.add(caller, wish).user() : accounts.add(caller, wish, pin);
        return UracReply.of(new UracAdded(user.objectId(), null));
    }

    /** Whether the user is there already is asked before the tenant is looked at, in what the caller may see. */
    private UUID tenant(Caller caller, Taken in) {
        try {
            return tenants.named(caller, in.text("tId"), in.text("tCode")).id();
        } catch (FailureException refused) {
            var own = caller.tenant();
            boolean taken = users.byLoginName(own, in.text("username")).isPresent()
                    || users.byLoginName(own, in.text("email")).isPresent();
            throw taken ? UracError.USER_EXISTS.refusal() : refused;
        }
    }
}

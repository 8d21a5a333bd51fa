package org.roster.contract.urac.guest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
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
import org.roster.contract.urac.user.People;
import org.roster.contract.urac.user.Selector;
import org.roster.directory.Field;
import org.roster.directory.account.AccountService;
import org.roster.directory.guest.StayService;
import org.roster.directory.pin.PinService;
import org.roster.directory.user.User;
import org.roster.directory.user.UserChange;
import org.roster.directory.user.UserService;
import org.roster.http.Exchange;

/** A user's groups and pin in the caller's tenant, where it is at home or a guest, as release 4.1.24 has it. */
@Path("urac/admin")
@Tag(name = "urac")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class UracUserPlaceResource {

    private static final String USER = "user: body.user; required; " + Selector.RULE;
    private static final String GROUPS = "groups: body.groups; required; array unique of string";

    @Inject
    UracTenants tenants;

    @Inject
    People people;

    @Inject
    Guests guests;

    @Inject
    Codes codes;

    @Inject
    UserService users;

    @Inject
    StayService stays;

    @Inject
    PinService pins;

    @Inject
    AccountService accounts;

    @Inject
    UracInput input;

    @Inject
    Exchange exchange;

    @PUT
    @Path("user/groups")
    @RolesAllowed(Scopes.USERS_UPDATE)
    @Takes({USER, GROUPS})
    @Operation(
            summary = "Sets a user's groups in the caller's tenant",
            description = "In the place of those that it has; of a guest, too.")
    @APIResponse(responseCode = "200", description = "True; or an error")
    public UracReply<Boolean> regroup() {
        var caller = exchange.requireCaller();
        var in = input.taken();
        var user = member(caller, in);
        var groups = codes.ids(caller.tenant(), in.texts("groups"));
        if (user.tenantId().equals(caller.tenant())) {
            users.change(caller, caller.tenant(), user.id(), new UserChange().groups(Field.of(groups)), null);
        } else {
            stays.change(caller, caller.tenant(), user.id(), groups, null);
        }
        return UracReply.done();
    }

    @PUT
    @Path("user/invited/groups")
    @RolesAllowed(Scopes.USERS_UPDATE)
    @Takes({USER, GROUPS, "tenantId: body.tenantId; required; string"})
    @Operation(summary = "Sets a guest's groups in a tenant", description = "In the place of those that it has.")
    @APIResponse(responseCode = "200", description = "True; or an error")
    public UracReply<Boolean> regroupGuest() {
        var caller = exchange.requireCaller();
        var in = input.taken();
        var tenant = tenants.named(caller, in.text("tenantId")).id();
        var user = guests.require(tenant, Selector.of(in.part("user")));
        stays.change(caller, tenant, user.id(), codes.ids(tenant, in.texts("groups")), null);
        return UracReply.done();
    }

    @PUT
    @Path("user/pin")
    @RolesAllowed(Scopes.USERS_UPDATE)
    @Takes({USER, "pin: body.pin; required; object {delete: boolean, reset: boolean, allowed: boolean}"})
    @Operation(
            summary = "Deletes, resets or allows a user's pin in the caller's tenant",
            description = "`{\"delete\": true}`, or `reset` for a new one that is drawn, and `allowed`. A drawn pin"
                    + " is mailed to the user and never shown.")
    @APIResponse(responseCode = "200", description = "True; or an error")
    public UracReply<Boolean> changePin() {
        var caller = exchange.requireCaller();
        var in = input.taken();
        var user = member(caller, in);
        changePin(caller, user, in);
        return UracReply.done();
    }

    private void changePin(Caller caller, User user, Taken in) {
        var pin = in.part("pin");
        var allowed = pin == null ? null : pin.flagOrNull("allowed");
        if (pin != null && pin.flag("delete")) {
            pins.clear(caller, caller.tenant(), user.id());
        } else if (pin != null && pin.flag("reset")) {
            accounts.drawPin(caller, user, allowed != null && allowed);
        } else if (allowed != null) {
            pins.set(caller, caller.tenant(), user.id(), null, allowed);
        } else {
            throw UracError.NEW_MODEL_ERROR.refusal(
                    UracError.NEW_MODEL_ERROR.message() + "User: pin [code or allowed] is required.");
        }
    }

    /** Somebody of the caller's tenant: at home in it or its guest. */
    private User member(Caller caller, Taken in) {
        var selector = Selector.of(in.part("user"));
        return selector.find(people, caller)
                .filter(user -> user.tenantId().equals(caller.tenant()))
                .or(() -> guests.find(caller.tenant(), selector))
                .orElseThrow(UracError.NEW_USER_UNKNOWN::refusal);
    }
}

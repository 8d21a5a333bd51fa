package org.roster.contract.urac.user;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.caller.Scopes;
import org.roster.contract.urac.Instead;
import org.roster.contract.urac.UracError;
import org.roster.contract.urac.UracReply;
import org.roster.contract.urac.group.Codes;
import org.roster.contract.urac.guest.Places;
import org.roster.contract.urac.input.Taken;
import org.roster.contract.urac.input.Takes;
import org.roster.contract.urac.input.UracInput;
import org.roster.directory.Field;
import org.roster.directory.account.RecordService;
import org.roster.directory.pin.PinChange;
import org.roster.directory.user.User;
import org.roster.directory.user.UserChange;
import org.roster.http.Exchange;
import org.roster.refusal.Reason;

/** Users as release 2.4.12 edits them: the whole record at once, or what SOAJS keeps beside it. */
@Path("urac/admin")
@Tag(name = "urac")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class UracEditUserResource {

    private static final String PLACE = "object {tenant: object {id: string, code: string,"
            + " pin: object {code: string, allowed: boolean} closed}, groups: array} closed";

    private static final String CONFIG =
            "object {keys: object, packages: object, allowedTenants: array of " + PLACE + '}';

    @Inject
    People people;

    @Inject
    Codes codes;

    @Inject
    Places places;

    @Inject
    RecordService records;

    @Inject
    UracInput input;

    @Inject
    Exchange exchange;

    @POST
    @Path("editUser")
    @RolesAllowed(Scopes.USERS_UPDATE)
    @Takes({
        "uId: query.uId; required; string",
        "username: body.username; required; string /^[a-zA-Z0-9_-]+$/",
        "firstName: body.firstName; required; string",
        "lastName: body.lastName; required; string",
        "email: body.email; required; string fmt=email",
        "groups: body.groups; optional; array of string",
        "config: body.config; optional; " + CONFIG,
        "status: body.status; required; string enum[active,inactive,pendingNew]",
        "profile: body.profile; optional; object",
        "password: body.password; optional; string",
        "confirmation: body.confirmation; optional; string",
        "pin: body.pin; optional; object {code: string, allowed: boolean} closed"
    })
    @Operation(
            summary = "Edits a user",
            description = "Puts the whole record in the place of the one before: without `groups` the user is in none"
                    + " any more. What is optional otherwise stays as it is when it is not given.")
    @APIResponse(responseCode = "200", description = "True; or an error")
    public UracReply<Boolean> edit() {
        var caller = exchange.requireCaller();
        var in = input.taken();
        var password = in.textOrNull("password");
        if (password != null && !password.isEmpty() && !password.equals(in.textOrNull("confirmation"))) {
            throw UracError.CONFIRMATION_DIFFERS.refusal();
        }
        var user = people.unlocked(caller, in.text("uId"));
        var change = change(user, in);
        if (password != null && !password.isEmpty()) {
            change.password(Field.of(password)).passwordFloor(1);
        }
        return Instead.of(
                Reason.USERNAME_TAKEN,
                UracError.USERNAME_TAKEN,
                () -> apply(caller, user, change, Places.pin(in.part("pin")), in.part("config")));
    }

    @POST
    @Path("editUserConfig")
    @RolesAllowed(Scopes.USERS_UPDATE)
    @Takes({"uId: query.uId; required; string", "config: body.config; required; " + CONFIG})
    @Operation(
            summary = "Edits what SOAJS keeps of a user",
            description = "Packages, keys and invited tenants; each that is given takes the place of what was there.")
    @APIResponse(responseCode = "200", description = "True; or an error")
    public UracReply<Boolean> editConfig() {
        var caller = exchange.requireCaller();
        var in = input.taken();
        var user = people.unlocked(caller, in.text("uId"));
        return apply(caller, user, new UserChange(), null, in.part("config"));
    }

    private UserChange change(User user, Taken in) {
        var change = new UserChange()
                .username(Field.of(in.text("username")))
                .givenName(Field.of(in.text("firstName")))
                .familyName(Field.of(in.text("lastName")))
                .email(Field.of(in.text("email")))
                .status(UracStatus.change(user.status(), in.text("status")))
                .groups(Field.of(codes.ids(user.tenantId(), in.texts("groups"))));
        var profile = in.map("profile");
        return profile == null ? change : change.profile(Field.of(profile));
    }

    private UracReply<Boolean> apply(
            Caller caller, User user, UserChange change, @Nullable PinChange pin, @Nullable Taken config) {
        if (config != null) {
            change.extras(Field.of(UracUserConfig.merged(user.extras(), config)));
        }
        records.change(caller, user, change, pin, config == null ? null : places.wanted(caller, user, config));
        return UracReply.done();
    }
}

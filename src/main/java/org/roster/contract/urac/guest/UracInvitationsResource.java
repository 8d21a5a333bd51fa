package org.roster.contract.urac.guest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Collection;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.roster.caller.Scopes;
import org.roster.contract.urac.UracError;
import org.roster.contract.urac.UracReply;
import org.roster.contract.urac.UracTenants;
import org.roster.contract.urac.group.Codes;
import org.roster.contract.urac.input.Takes;
import org.roster.contract.urac.input.UracInput;
import org.roster.contract.urac.user.People;
import org.roster.directory.guest.GuestService;
import org.roster.directory.guest.StayService;
import org.roster.directory.pin.NewPin;
import org.roster.directory.user.User;
import org.roster.directory.user.UserService;
import org.roster.http.Exchange;

/** Users of the caller's tenant in tenants that they are invited to, as release 2.4.12 has it. */
@Path("urac/admin")
@Tag(name = "urac")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class UracInvitationsResource {

    private static final String USERNAME = "username: query.username; optional; string";
    private static final String EMAIL = "email: query.email; optional; string";
    private static final String TENANT = "tenantId: body.tenantId; required; string";
    private static final String GROUPS = "groups: body.groups; optional; array of string";
    private static final String PIN = "pin: body.pin; optional; object {code*: string, allowed: boolean} closed";

    @Inject
    UracTenants tenants;

    @Inject
    People people;

    @Inject
    Codes codes;

    @Inject
    UserService users;

    @Inject
    GuestService guests;

    @Inject
    StayService stays;

    @Inject
    UracInput input;

    @Inject
    Exchange exchange;

    @POST
    @Path("inviteUser")
    @RolesAllowed(Scopes.USERS_UPDATE)
    @Takes({
        USERNAME,
        EMAIL,
        TENANT,
        "tenantCode: body.tenantCode; required; string",
        GROUPS,
        "pin: body.pin; optional; object {code*: string orTrue, allowed*: boolean} closed"
    })
    @Operation(
            summary = "Invites a user to a tenant",
            description = "An active user of the caller's tenant, by user name or e-mail address. The tenant is one"
                    + " that the caller may name, and the groups are of that tenant.")
    @APIResponse(responseCode = "200", description = "True; or an error")
    public UracReply<Boolean> invite() {
        var caller = exchange.requireCaller();
        var in = input.taken();
        var user = people.active(caller, in);
        var tenant = tenants.named(caller, in.text("tenantId"), in.text("tenantCode"))
                .id();
        var pin = in.part("pin");
        guests.invite(
                caller,
                tenant,
                user.id(),
                codes.ids(tenant, in.texts("groups")),
                pin == null ? null : new NewPin(pin.textOrNull("code"), pin.flag("allowed")));
        return UracReply.done();
    }

    @PUT
    @Path("unInviteUsers")
    @RolesAllowed(Scopes.USERS_UPDATE)
    @Takes({
        "username: body.username; optional; array of string",
        "email: body.email; optional; array of string",
        "tenantId: query.tenantId; required; string"
    })
    @Operation(
            summary = "Takes invitations of users back",
            description = "Active users of the caller's tenant; those who are not invited are passed over. With both"
                    + " user names and addresses, a user must be among both.")
    @APIResponse(responseCode = "200", description = "How many there were; or an error")
    public UracReply<Integer> unInvite() {
        var caller = exchange.requireCaller();
        var in = input.taken();
        if (!in.has("username") && !in.has("email")) {
            throw UracError.NAME_OR_EMAIL_NEEDED.refusal();
        }
        var tenant = tenants.named(caller, in.text("tenantId")).id();
        var named = in.has("username")
                ? users.byUsernames(caller.tenant(), in.texts("username"))
                : users.byEmails(caller.tenant(), in.texts("email"));
        var both = in.has("username") && in.has("email")
                ? among(named, users.byEmails(caller.tenant(), in.texts("email")))
                : named;
        var active =
                both.stream().filter(user -> user.status().open()).map(User::id).collect(Collectors.toSet());
        return UracReply.of(stays.leaveAll(caller, tenant, active));
    }

    @POST
    @Path("userTenantConfig")
    @RolesAllowed(Scopes.USERS_UPDATE)
    @Takes({USERNAME, EMAIL, TENANT, PIN})
    @Operation(summary = "Sets an invited user's pin")
    @APIResponse(responseCode = "200", description = "True; or an error")
    public UracReply<Boolean> addPin() {
        return change(false);
    }

    @PUT
    @Path("userTenantConfig")
    @RolesAllowed(Scopes.USERS_UPDATE)
    @Takes({USERNAME, EMAIL, TENANT, PIN, GROUPS})
    @Operation(summary = "Sets an invited user's pin and groups")
    @APIResponse(responseCode = "200", description = "True; or an error")
    public UracReply<Boolean> editPin() {
        return change(input.taken().has("groups"));
    }

    @DELETE
    @Path("pinConfig")
    @RolesAllowed(Scopes.USERS_UPDATE)
    @Takes({USERNAME, EMAIL, "tenantId: query.tenantId; required; string"})
    @Operation(summary = "Takes an invited user's pin away")
    @APIResponse(responseCode = "200", description = "True; or an error")
    public UracReply<Boolean> removePin() {
        var caller = exchange.requireCaller();
        var in = input.taken();
        var user = people.active(caller, in);
        stays.clearPin(caller, tenants.named(caller, in.text("tenantId")).id(), user.id());
        return UracReply.done();
    }

    private UracReply<Boolean> change(boolean groups) {
        var caller = exchange.requireCaller();
        var in = input.taken();
        var user = people.active(caller, in);
        var tenant = tenants.named(caller, in.text("tenantId")).id();
        stays.change(
                caller,
                tenant,
                user.id(),
                groups ? codes.ids(tenant, in.texts("groups")) : null,
                Places.pin(in.part("pin")));
        return UracReply.done();
    }

    private static Collection<User> among(Collection<User> some, Collection<User> others) {
        return some.stream().filter(others::contains).toList();
    }
}

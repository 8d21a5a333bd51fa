package org.roster.contract.urac.user;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Scopes;
import org.roster.contract.urac.Instead;
import org.roster.contract.urac.UracError;
import org.roster.contract.urac.UracReply;
import org.roster.contract.urac.UracTenants;
import org.roster.contract.urac.group.Codes;
import org.roster.contract.urac.input.Taken;
import org.roster.contract.urac.input.Takes;
import org.roster.contract.urac.input.UracInput;
import org.roster.directory.account.AccountService;
import org.roster.directory.pin.NewPin;
import org.roster.directory.user.NewUser;
import org.roster.directory.user.User;
import org.roster.directory.user.UserService;
import org.roster.http.Exchange;
import org.roster.refusal.Reason;
import org.roster.system.Ids;

/** Adds users as release 4.1.24 does: nothing of the invitation is told to the caller. */
@Path("urac/admin")
@Tag(name = "urac")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class UracNewUserResource {

    private static final String USERNAME =
            "username: body.username; optional; string /^[a-zA-Z0-9_-]+$/ minLength=5 maxLength=50";
    private static final String FIRST_NAME = "firstName: body.firstName; required; string";
    private static final String LAST_NAME = "lastName: body.lastName; required; string";
    private static final String EMAIL = "email: body.email; optional; string fmt=email";
    private static final String PROFILE = "profile: body.profile; optional; object";
    private static final String GROUPS = "groups: body.groups; optional; array of string";
    private static final String MEMBERSHIP = "membership: body.membership; optional; string";
    private static final String STATUSES = "string enum[active,inactive,pendingNew,pending]";
    private static final String PASSWORD = "password: body.password; optional; string";
    private static final String ENCRYPTED = "passwordEncrypted: body.passwordEncrypted; optional; boolean";
    private static final String PHONE = "phone: body.phone; optional; string";

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
    @Path("user")
    @RolesAllowed(Scopes.USERS_CREATE)
    @Takes({
        USERNAME,
        FIRST_NAME,
        LAST_NAME,
        EMAIL,
        PROFILE,
        GROUPS,
        MEMBERSHIP,
        "status: body.status; optional default pendingNew; " + STATUSES,
        PASSWORD,
        ENCRYPTED,
        "pin: body.pin; optional; object {code: boolean, allowed: boolean} req[code,allowed] closed",
        "ln: body.ln; optional; string",
        PHONE
    })
    @Operation(
            summary = "Adds a user to the caller's tenant",
            description = "Without a user name one is made up. A password that is given counts in every state.")
    @APIResponse(responseCode = "200", description = "The user's id; or an error")
    public UracReply<UracAdded> add() {
        return add(exchange.requireCaller().tenant(), null);
    }

    @POST
    @Path("user/tenant")
    @RolesAllowed(Scopes.USERS_CREATE)
    @Takes({
        "id: body.id; optional; string ^[a-f\\d]{24}$",
        "username: body.username; optional; string",
        FIRST_NAME,
        LAST_NAME,
        EMAIL,
        PROFILE,
        GROUPS,
        MEMBERSHIP,
        "tenant: body.tenant; required; object {id: string, code: string} req[id,code]",
        "status: body.status; optional default active; " + STATUSES,
        PASSWORD,
        ENCRYPTED,
        PHONE
    })
    @Operation(summary = "Adds a user to a tenant", description = "The user may keep an id from elsewhere.")
    @APIResponse(responseCode = "200", description = "The user's id; or an error")
    public UracReply<UracAdded> addToTenant() {
        var named = Objects.requireNonNull(input.taken().part("tenant"));
        var tenant = tenants.named(exchange.requireCaller(), named.text("id"), named.text("code"));
        return add(tenant.id(), input.taken().textOrNull("id"));
    }

    private UracReply<UracAdded> add(UUID tenant, @Nullable String id) {
        var in = input.taken();
        var wish = wish(tenant, in).id(id == null ? null : Ids.ofObjectId(id).orElseThrow());
        var user = Instead.of(Reason.EMAIL_TAKEN, UracError.NEW_USER_EXISTS, () -> added(in, wish));
        return UracReply.of(new UracAdded(user.objectId(), null));
    }

    /** An invited user gets a token as in the older edition, but here only the directory knows it. */
    private User added(Taken in, NewUser wish) {
        var caller = exchange.requireCaller();
        var pin = pin(in);
        if (in.text("status").equals("pendingNew")) {
            return accounts.invite(caller, wish, UracAddUserResource.INVITATION, pin)
                    .user();
        }
        return pin == null ? users.add(caller, wish).user() : accounts.add(caller, wish, pin);
    }

    private NewUser wish(UUID tenant, Taken in) {
        var username = in.textOrNull("username");
        var wish = NewUser.of(tenant, username == null || username.isEmpty() ? madeUp() : username)
                .email(in.textOrNull("email"))
                .names(in.text("firstName"), in.text("lastName"))
                .status(UracStatus.meant(in.text("status")))
                .profile(in.map("profile"))
                .groups(codes.ids(tenant, in.texts("groups")));
        wish.details().phone(in.textOrNull("phone")).locale(in.textOrNull("ln"));
        var password = in.textOrNull("password");
        if (password == null || password.isEmpty()) {
            return wish;
        }
        return in.flag("passwordEncrypted")
                ? wish.passwordHash(password)
                : wish.password(password).passwordFloor(1);
    }

    private static @Nullable NewPin pin(Taken in) {
        var pin = in.part("pin");
        return pin == null || !pin.flag("code") ? null : new NewPin(null, pin.flag("allowed"));
    }

    private static String madeUp() {
        return Ids.shortForm(Ids.next()).toLowerCase(Locale.ROOT);
    }
}

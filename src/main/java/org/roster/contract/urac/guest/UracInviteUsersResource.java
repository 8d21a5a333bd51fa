package org.roster.contract.urac.guest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Scopes;
import org.roster.contract.urac.UracError;
import org.roster.contract.urac.UracReasons;
import org.roster.contract.urac.UracReply;
import org.roster.contract.urac.UracTenants;
import org.roster.contract.urac.group.Codes;
import org.roster.contract.urac.input.Taken;
import org.roster.contract.urac.input.Takes;
import org.roster.contract.urac.input.UracInput;
import org.roster.contract.urac.user.People;
import org.roster.contract.urac.user.Selector;
import org.roster.directory.guest.GuestService;
import org.roster.directory.pin.NewPin;
import org.roster.directory.user.User;
import org.roster.http.Exchange;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/**
 * Users invited to the caller's tenant, or another, as release 4.1.24 has it. Each of them is an invitation of its own:
 * the answer says which of them came about.
 */
@Path("urac/admin")
@Tag(name = "urac")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class UracInviteUsersResource {

    private static final String INVITED = "{user: " + Selector.RULE
            + ", pin: object {code: boolean, allowed: boolean} req[code,allowed], groups: array of string,"
            + " membership: string} closed";
    private static final String INVITE =
            "users: body.users; required; array minItems=1 maxItems=100 of object " + INVITED;
    private static final String INVITE_TO = INVITE + " req[user]";
    private static final String UNINVITE = "users: body.users; required; array minItems=1 maxItems=100 of object"
            + " {user: " + Selector.RULE + "} closed req[user]";
    private static final String TENANT =
            "tenant: body.tenant; required; object {id: string, code: string} req[id,code]";

    @Inject
    UracTenants tenants;

    @Inject
    People people;

    @Inject
    Codes codes;

    @Inject
    GuestService guests;

    @Inject
    Guests invited;

    @Inject
    UracInput input;

    @Inject
    Exchange exchange;

    @PUT
    @Path("users/invite")
    @RolesAllowed(Scopes.USERS_UPDATE)
    @Takes(INVITE)
    @Operation(summary = "Invites users to the caller's tenant")
    @APIResponse(responseCode = "200", description = "Who was invited and who not; or an error")
    public UracReply<UracInvited> invite() {
        return invite(exchange.requireCaller().tenant());
    }

    @PUT
    @Path("users/invite/tenant")
    @RolesAllowed(Scopes.USERS_UPDATE)
    @Takes({INVITE_TO, TENANT})
    @Operation(summary = "Invites users to a tenant")
    @APIResponse(responseCode = "200", description = "Who was invited and who not; or an error")
    public UracReply<UracInvited> inviteToTenant() {
        return invite(named());
    }

    @PUT
    @Path("users/uninvite")
    @RolesAllowed(Scopes.USERS_UPDATE)
    @Takes(UNINVITE)
    @Operation(summary = "Takes invitations to the caller's tenant back")
    @APIResponse(responseCode = "200", description = "Who is no guest any more, and who was none; or an error")
    public UracReply<UracInvited> uninvite() {
        return uninvite(exchange.requireCaller().tenant());
    }

    @PUT
    @Path("users/uninvite/tenant")
    @RolesAllowed(Scopes.USERS_UPDATE)
    @Takes({UNINVITE, TENANT})
    @Operation(summary = "Takes invitations to a tenant back")
    @APIResponse(responseCode = "200", description = "Who is no guest any more, and who was none; or an error")
    public UracReply<UracInvited> uninviteFromTenant() {
        return uninvite(named());
    }

    private UUID named() {
        var tenant = Objects.requireNonNull(input.taken().part("tenant"));
        return tenants.named(exchange.requireCaller(), tenant.text("id"), tenant.text("code"))
                .id();
    }

    private UracReply<UracInvited> invite(UUID tenant) {
        var done = new UracInvited(new ArrayList<>(), new ArrayList<>());
        for (Taken one : input.taken().parts("users")) {
            var selector = Selector.of(one.part("user"));
            var user = selector.find(people, exchange.requireCaller()).orElse(null);
            var named = UracInvited.One.of(selector);
            if (user == null) {
                done.failed().add(named);
                continue;
            }
            var why = why(tenant, user, one);
            if (why == null) {
                done.succeeded().add(named);
            } else {
                done.failed().add(named.failed(user.objectId(), why));
            }
        }
        return UracReply.of(done);
    }

    /** Invites one user; says why not if not. */
    private @Nullable String why(UUID tenant, User user, Taken one) {
        if (user.tenantId().equals(tenant)) {
            return UracError.NEW_IN_TENANT_ALREADY.message();
        }
        try {
            var groups = codes.ids(tenant, one.texts("groups"));
            guests.invite(exchange.requireCaller(), tenant, user.id(), groups, pin(one));
            return null;
        } catch (Refusal refusal) {
            return reason(refusal);
        }
    }

    private UracReply<UracInvited> uninvite(UUID tenant) {
        var caller = exchange.requireCaller();
        var done = new UracInvited(new ArrayList<>(), new ArrayList<>());
        for (Taken one : input.taken().parts("users")) {
            var selector = Selector.of(one.part("user"));
            var user = invited.find(tenant, selector).orElse(null);
            if (user == null) {
                done.failed().add(UracInvited.One.because(notInvited(selector)));
            } else {
                guests.leave(caller, tenant, user.id());
                done.succeeded().add(UracInvited.One.of(selector));
            }
        }
        return UracReply.of(done);
    }

    private static String notInvited(Selector selector) {
        return UracError.NEW_MODEL_ERROR.message() + "User: user [" + selector.value() + "] was not uninvited.";
    }

    /** Why the directory did not invite somebody, in the words that the contract has for a list. */
    private static String reason(Refusal refusal) {
        if (refusal.reason() == Reason.OVERLOADED || refusal.reason() == Reason.UNAVAILABLE) {
            throw refusal; // of the whole request
        }
        return UracReasons.ofNew(refusal.reason()).message();
    }

    private static @Nullable NewPin pin(Taken one) {
        var pin = one.part("pin");
        return pin == null || !pin.flag("code") ? null : new NewPin(null, pin.flag("allowed"));
    }
}

package org.roster.contract.urac.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.roster.caller.Scopes;
import org.roster.contract.urac.Instead;
import org.roster.contract.urac.UracError;
import org.roster.contract.urac.UracReply;
import org.roster.contract.urac.input.Taken;
import org.roster.contract.urac.input.Takes;
import org.roster.contract.urac.input.UracInput;
import org.roster.contract.urac.join.Lives;
import org.roster.contract.urac.user.UracUser;
import org.roster.contract.urac.user.UserDocuments;
import org.roster.directory.Field;
import org.roster.directory.account.AccountService;
import org.roster.directory.account.AccountStepService;
import org.roster.directory.user.User;
import org.roster.directory.user.UserChange;
import org.roster.directory.user.UserService;
import org.roster.http.Exchange;
import org.roster.refusal.Reason;

/** A person's own account, as release 2.4.12 has it. */
@Path("urac")
@Tag(name = "urac")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class UracAccountResource {

    private static final String ID = "uId: query.uId; required; string";

    @Inject
    Self self;

    @Inject
    AccountService accounts;

    @Inject
    AccountStepService steps;

    @Inject
    UserService users;

    @Inject
    UserDocuments documents;

    @Inject
    UracInput input;

    @Inject
    Exchange exchange;

    @GET
    @Path("account/getUser")
    @RolesAllowed("**")
    @Takes("username: query.username; required; string")
    @Operation(
            summary = "Reads one's own account by its user name or e-mail address",
            description = "Or that of another active user, for holders of `users:read`.")
    @APIResponse(responseCode = "200", description = "The user; or an error")
    public UracReply<UracUser> getUser() {
        var user = self.named(
                exchange.requireCaller(), input.taken().text("username"), Scopes.USERS_READ, UracError.USER_UNKNOWN);
        if (!user.status().open()) {
            throw UracError.USER_UNKNOWN.refusal();
        }
        return UracReply.of(documents.of(user));
    }

    @POST
    @Path("account/changePassword")
    @RolesAllowed("**")
    @Takes({
        ID,
        "oldPassword: body.oldPassword; required; string",
        "password: body.password; required; string",
        "confirmation: body.confirmation; required; string"
    })
    @Operation(
            summary = "Changes one's own password",
            description = "Or that of another user, for holders of `users:update`; the present one must be given.")
    @APIResponse(responseCode = "200", description = "True; or an error")
    public UracReply<Boolean> changePassword() {
        var in = input.taken();
        if (!in.text("password").equals(in.text("confirmation"))) {
            throw UracError.CONFIRMATION_DIFFERS.refusal();
        }
        var caller = exchange.requireCaller();
        var user = self.orOther(caller, in.text("uId"), Scopes.USERS_UPDATE);
        accounts.changePassword(
                caller, exchange.source(), user.tenantId(), user.id(), in.text("oldPassword"), in.text("password"), 1);
        return UracReply.done();
    }

    @POST
    @Path("account/changeEmail")
    @RolesAllowed("**")
    @Takes({ID, "email: body.email; required; string fmt=email"})
    @Operation(
            summary = "Begins to change one's own e-mail address",
            description =
                    "Or that of another user, for holders of `users:update`. The address changes when the token of"
                            + " the answer is used; it counts as not verified then.")
    @APIResponse(responseCode = "200", description = "The token; or an error")
    public UracReply<String> changeEmail() {
        var in = input.taken();
        var caller = exchange.requireCaller();
        var user = self.orOther(caller, in.text("uId"), Scopes.USERS_UPDATE);
        if (in.text("email").equals(user.email())) {
            throw UracError.SAME_EMAIL.refusal();
        }
        return UracReply.of(
                accounts.beginEmailChange(caller, user.tenantId(), user.id(), in.text("email"), Lives.INVITATION));
    }

    @GET
    @Path("changeEmail/validate")
    @RolesAllowed("**")
    @Takes("token: query.token; required; string")
    @Operation(summary = "Puts a new e-mail address in place, by its token")
    @APIResponse(responseCode = "200", description = "True; or an error")
    public UracReply<Boolean> validateEmail() {
        var caller = exchange.requireCaller();
        steps.confirmEmailChange(
                caller, exchange.source(), caller.tenant(), input.taken().text("token"));
        return UracReply.done();
    }

    @POST
    @Path("account/editProfile")
    @RolesAllowed("**")
    @Takes({
        ID,
        "username: body.username; required; string /^[a-zA-Z0-9_-]+$/",
        "firstName: body.firstName; required; string",
        "lastName: body.lastName; required; string",
        "profile: body.profile; optional; object"
    })
    @Operation(
            summary = "Edits one's own names and profile",
            description =
                    "Or those of another user, for holders of `users:update`. Without a profile it stays as it is.")
    @APIResponse(responseCode = "200", description = "True; or an error")
    public UracReply<Boolean> editProfile() {
        var caller = exchange.requireCaller();
        var in = input.taken();
        var user = self.orOther(caller, in.text("uId"), Scopes.USERS_UPDATE);
        Instead.of(
                Reason.USERNAME_TAKEN,
                UracError.USERNAME_TAKEN,
                () -> users.change(caller, user.tenantId(), user.id(), change(user, in), null));
        return UracReply.done();
    }

    /** A user name that stays is not touched, so that a narrow token is enough for the rest. */
    private static UserChange change(User user, Taken in) {
        var change =
                new UserChange().givenName(Field.of(in.text("firstName"))).familyName(Field.of(in.text("lastName")));
        if (!in.text("username").equals(user.username())) {
            change.username(Field.of(in.text("username")));
        }
        var profile = in.map("profile");
        return profile == null ? change : change.profile(Field.of(profile));
    }
}

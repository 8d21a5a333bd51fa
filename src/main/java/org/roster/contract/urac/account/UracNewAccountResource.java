package org.roster.contract.urac.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.roster.caller.Scopes;
import org.roster.contract.urac.UracError;
import org.roster.contract.urac.UracReply;
import org.roster.contract.urac.UracSettings;
import org.roster.contract.urac.input.Taken;
import org.roster.contract.urac.input.Takes;
import org.roster.contract.urac.input.UracInput;
import org.roster.contract.urac.join.Lives;
import org.roster.directory.Field;
import org.roster.directory.account.AccountService;
import org.roster.directory.account.AccountStepService;
import org.roster.directory.user.User;
import org.roster.directory.user.UserChange;
import org.roster.directory.user.UserService;
import org.roster.http.Exchange;

/** A person's own account, as release 4.1.24 has it. */
@Path("urac")
@Tag(name = "urac")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class UracNewAccountResource {

    private static final String ID = "id: body.id; required; string";

    @Inject
    Self self;

    @Inject
    AccountService accounts;

    @Inject
    AccountStepService steps;

    @Inject
    UserService users;

    @Inject
    UracSettings settings;

    @Inject
    UracInput input;

    @Inject
    Exchange exchange;

    @PUT
    @Path("account")
    @RolesAllowed("**")
    @Takes({
        ID,
        "username: body.username; optional; string /^[a-zA-Z0-9_-]+$/",
        "firstName: body.firstName; optional; string",
        "lastName: body.lastName; optional; string",
        "profile: body.profile; optional; object",
        "ln: body.ln; optional; string",
        "phone: body.phone; optional; string"
    })
    @Operation(
            summary = "Edits one's own account",
            description = "Or that of another user, for holders of `users:update`. What is not given stays as it is.")
    @APIResponse(responseCode = "200", description = "True; or an error")
    public UracReply<Boolean> edit() {
        var caller = exchange.requireCaller();
        var in = input.taken();
        var user = self.orOtherOfNew(caller, in.text("id"), Scopes.USERS_UPDATE);
        if (MEMBERS.stream().noneMatch(in::has)) {
            throw UracError.NEW_NOTHING_TO_CHANGE.refusal();
        }
        users.change(caller, user.tenantId(), user.id(), change(user, in), null);
        return UracReply.done();
    }

    @PUT
    @Path("account/password")
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
    public UracReply<Boolean> password() {
        var in = input.taken();
        if (!in.text("password").equals(in.text("confirmation"))) {
            throw UracError.NEW_CONFIRMATION_DIFFERS.refusal();
        }
        var caller = exchange.requireCaller();
        var user = self.orOtherOfNew(caller, in.text("id"), Scopes.USERS_UPDATE);
        accounts.changePassword(
                caller, exchange.source(), user.tenantId(), user.id(), in.text("oldPassword"), in.text("password"), 1);
        return UracReply.done();
    }

    @PUT
    @Path("account/email")
    @RolesAllowed("**")
    @Takes({ID, "email: body.email; required; string fmt=email"})
    @Operation(
            summary = "Begins to change one's own e-mail address",
            description =
                    "Or that of another user, for holders of `users:update`. The address changes when the token of"
                            + " the mail is used.")
    @APIResponse(responseCode = "200", description = "The user's id; or an error")
    public UracReply<UracEmailChange> email() {
        var in = input.taken();
        var caller = exchange.requireCaller();
        var user = self.orOtherOfNew(caller, in.text("id"), Scopes.USERS_UPDATE);
        if (in.text("email").equals(user.email())) {
            throw UracError.NEW_EMAIL_EXISTS.refusal();
        }
        var token = accounts.beginEmailChange(caller, user.tenantId(), user.id(), in.text("email"), Lives.INVITATION);
        return UracReply.of(new UracEmailChange(user.objectId(), settings.exposesTokens() ? token : null));
    }

    @GET
    @Path("validate/changeEmail")
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

    private static final List<String> MEMBERS = List.of("username", "firstName", "lastName", "profile", "ln", "phone");

    private static UserChange change(User user, Taken in) {
        var change = new UserChange();
        if (in.has("username") && !in.text("username").equals(user.username())) {
            change.username(Field.of(in.text("username")));
        }
        if (in.has("firstName")) {
            change.givenName(Field.of(in.text("firstName")));
        }
        if (in.has("lastName")) {
            change.familyName(Field.of(in.text("lastName")));
        }
        if (in.has("profile")) {
            change.profile(Field.of(Objects.requireNonNull(in.map("profile"))));
        }
        if (in.has("ln")) {
            change.locale(Field.of(in.text("ln")));
        }
        return in.has("phone") ? change.phone(Field.of(in.text("phone"))) : change;
    }
}

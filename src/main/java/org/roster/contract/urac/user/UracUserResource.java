package org.roster.contract.urac.user;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.roster.caller.Scopes;
import org.roster.contract.urac.UracError;
import org.roster.contract.urac.UracReply;
import org.roster.contract.urac.group.Codes;
import org.roster.contract.urac.input.Taken;
import org.roster.contract.urac.input.Takes;
import org.roster.contract.urac.input.UracInput;
import org.roster.directory.Field;
import org.roster.directory.user.User;
import org.roster.directory.user.UserChange;
import org.roster.directory.user.UserService;
import org.roster.http.Exchange;

/** One user, as release 4.1.24 reads, edits and deletes it. */
@Path("urac/admin")
@Tag(name = "urac")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class UracUserResource {

    private static final String[] CHANGEABLE = {
        "username", "firstName", "lastName", "email", "groups", "status", "profile", "ln", "phone"
    };

    @Inject
    People people;

    @Inject
    Codes codes;

    @Inject
    UserService users;

    @Inject
    UserDocuments documents;

    @Inject
    UracInput input;

    @Inject
    Exchange exchange;

    @GET
    @Path("user")
    @RolesAllowed(Scopes.USERS_READ)
    @Takes("id: query.id; required; string")
    @Operation(summary = "Reads a user by its id")
    @APIResponse(responseCode = "200", description = "The user; or an error")
    public UracReply<UracUser> get() {
        return UracReply.of(documents.of(
                people.byIdOfNew(exchange.requireCaller(), input.taken().text("id"))));
    }

    @PUT
    @Path("user")
    @RolesAllowed(Scopes.USERS_UPDATE)
    @Takes({
        "id: body.id; required; string",
        "username: body.username; optional; string /^[a-zA-Z0-9_-]+$/",
        "firstName: body.firstName; optional; string",
        "lastName: body.lastName; optional; string",
        "email: body.email; optional; string fmt=email",
        "groups: body.groups; optional; array of string",
        "status: body.status; optional; string enum[active,inactive,pendingNew,pendingJoin]",
        "profile: body.profile; optional; object",
        "ln: body.ln; optional; string",
        "phone: body.phone; optional; string"
    })
    @Operation(
            summary = "Edits a user",
            description = "What is not given stays as it is, and empty texts count as that.")
    @APIResponse(responseCode = "200", description = "True; or an error")
    public UracReply<Boolean> edit() {
        var caller = exchange.requireCaller();
        var in = input.taken();
        var user = people.byIdOfNew(caller, in.text("id"));
        if (Stream.of(CHANGEABLE).noneMatch(in::has)) {
            throw UracError.NEW_MODEL_ERROR.refusal(UracError.NEW_MODEL_ERROR.message() + "User: nothing to update.");
        }
        users.change(caller, user.tenantId(), user.id(), change(user, in), null);
        return UracReply.done();
    }

    @DELETE
    @Path("user")
    @RolesAllowed(Scopes.USERS_DELETE)
    @Takes("id: query.id; required; string")
    @Operation(summary = "Deletes a user")
    @APIResponse(responseCode = "200", description = "The user as it was; or an error")
    public UracReply<UracUser> remove() {
        var caller = exchange.requireCaller();
        var user = people.byIdOfNew(caller, input.taken().text("id"));
        if (user.accountLocked()) {
            throw UracError.NEW_MODEL_ERROR.refusal(
                    UracError.NEW_MODEL_ERROR.message() + "User: cannot delete a locked record.");
        }
        var document = documents.of(user);
        users.remove(caller, user.tenantId(), user.id(), null);
        return UracReply.of(document);
    }

    @PUT
    @Path("user/status")
    @RolesAllowed(Scopes.USERS_UPDATE)
    @Takes({
        "id: body.id; required; string",
        "status: body.status; required; string enum[active,inactive,pendingNew,pending]"
    })
    @Operation(summary = "Changes where an account is in its life")
    @APIResponse(responseCode = "200", description = "True; or an error")
    public UracReply<Boolean> changeStatus() {
        var caller = exchange.requireCaller();
        var in = input.taken();
        var user = people.byIdOfNew(caller, in.text("id"));
        var change = new UserChange().status(UracStatus.change(user.status(), in.text("status")));
        users.change(caller, user.tenantId(), user.id(), change, null);
        return UracReply.done();
    }

    @PUT
    @Path("account/password")
    @RolesAllowed(Scopes.USERS_UPDATE)
    @Takes({"id: body.id; required; string", "password: body.password; required; string"})
    @Operation(summary = "Sets a user's password", description = "Only of an account that is open, as in the original.")
    @APIResponse(responseCode = "200", description = "True; or an error")
    public UracReply<Boolean> setPassword() {
        var caller = exchange.requireCaller();
        var in = input.taken();
        var user = people.byIdOfNew(caller, in.text("id"));
        if (!user.status().open()) {
            throw UracError.NEW_USER_UNKNOWN.refusal();
        }
        var change = new UserChange().password(Field.of(in.text("password"))).passwordFloor(1);
        users.change(caller, user.tenantId(), user.id(), change, null);
        return UracReply.done();
    }

    private UserChange change(User user, Taken in) {
        var change = new UserChange()
                .username(given(in, "username"))
                .givenName(given(in, "firstName"))
                .familyName(given(in, "lastName"))
                .email(given(in, "email"))
                .locale(given(in, "ln"))
                .phone(given(in, "phone"));
        if (in.has("status")) {
            change.status(UracStatus.change(user.status(), in.text("status")));
        }
        if (in.has("groups")) {
            change.groups(Field.of(codes.ids(user.tenantId(), in.texts("groups"))));
        }
        var profile = in.map("profile");
        return profile == null ? change : change.profile(Field.of(profile));
    }

    private static Field<String> given(Taken in, String name) {
        var text = in.textOrNull(name);
        return text == null || text.isEmpty() ? Field.absent() : Field.of(text);
    }
}

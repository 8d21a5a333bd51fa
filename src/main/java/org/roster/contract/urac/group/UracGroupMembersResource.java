package org.roster.contract.urac.group;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.roster.caller.Scopes;
import org.roster.contract.urac.UracReply;
import org.roster.contract.urac.UracTenants;
import org.roster.contract.urac.input.Takes;
import org.roster.contract.urac.input.UracInput;
import org.roster.directory.Field;
import org.roster.directory.group.GroupChange;
import org.roster.directory.group.GroupService;
import org.roster.directory.user.MembershipService;
import org.roster.directory.user.User;
import org.roster.directory.user.UserService;
import org.roster.http.Exchange;

/** Who is in a group and where its members may work, as release 2.4.12 has it. */
@Path("urac/admin")
@Tag(name = "urac")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class UracGroupMembersResource {

    @Inject
    UracTenants tenants;

    @Inject
    Codes codes;

    @Inject
    GroupService groups;

    @Inject
    UserService users;

    @Inject
    MembershipService memberships;

    @Inject
    UracInput input;

    @Inject
    Exchange exchange;

    @POST
    @Path("group/addUsers")
    @RolesAllowed(Scopes.GROUPS_UPDATE)
    @Takes({
        "code: body.groupCode; required; string",
        "users: body.users; optional; array of string",
        "tId: query.tId or body.tId; required; string"
    })
    @Operation(
            summary = "Makes users the members of a group",
            description = "By their user names, in the place of those whom it has; names that nobody has are passed"
                    + " over. Without names nobody is left in it.")
    @APIResponse(responseCode = "200", description = "True; or an error")
    public UracReply<Boolean> addUsers() {
        var caller = exchange.requireCaller();
        var in = input.taken();
        var tenant = tenants.named(caller, in.text("tId")).id();
        var group = codes.groups(tenant, Set.of(in.text("code"))).get(0);
        var members = users.byUsernames(tenant, in.texts("users")).stream()
                .map(User::id)
                .collect(Collectors.toSet());
        memberships.settle(caller, tenant, group.id(), members);
        return UracReply.done();
    }

    @POST
    @Path("group/addEnvironment")
    @RolesAllowed(Scopes.GROUPS_UPDATE)
    @Takes({"groups: body.groups; required; array minItems=1 of string", "env: body.env; required; string"})
    @Operation(summary = "Allows groups an environment", description = "The groups are named by their codes.")
    @APIResponse(responseCode = "200", description = "True; or an error")
    public UracReply<Boolean> addEnvironment() {
        var caller = exchange.requireCaller();
        var in = input.taken();
        var environment = in.text("env").toUpperCase(Locale.ROOT);
        var wanted = codes.groups(caller.tenant(), in.texts("groups"));
        groups.changeAll(caller, caller.tenant(), wanted, group -> new GroupChange()
                .extras(Field.of(UracGroup.kept(group.extras(), allowing(group.extras(), environment)))));
        return UracReply.done();
    }

    /** A group's config with one more environment. */
    private static Map<String, Object> allowing(Map<String, Object> extras, String environment) {
        var config = UracGroup.config(extras);
        var environments = new LinkedHashMap<Object, Object>();
        if (config.get(UracGroup.ENVIRONMENTS) instanceof Map<?, ?> present) {
            environments.putAll(present);
        }
        environments.put(environment, Map.of());
        config.put(UracGroup.ENVIRONMENTS, environments);
        return config;
    }
}

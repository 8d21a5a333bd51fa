package org.roster.contract.econtext.user;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Scopes;
import org.roster.contract.econtext.EcontextPaging;
import org.roster.contract.econtext.EcontextRefusal;
import org.roster.contract.econtext.EcontextStream;
import org.roster.contract.econtext.user.EcontextUser.EcontextUsersReply;
import org.roster.directory.apikey.ApiKeyService;
import org.roster.directory.query.Page;
import org.roster.directory.user.UserFilter;
import org.roster.directory.user.UserMatch;
import org.roster.directory.user.UserService;
import org.roster.http.Exchange;
import org.roster.http.Limits;

/** Lists of the users of the caller's tenant. */
@Path("econtext/api/users")
@Tag(name = "econtext")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class EcontextUsersResource {

    @Inject
    UserService users;

    @Inject
    ApiKeyService apiKeys;

    @Inject
    EcontextUserPages pages;

    @Inject
    Exchange exchange;

    @GET
    @RolesAllowed(Scopes.USERS_READ)
    @Operation(
            summary = "Lists users",
            description =
                    "All of them in the order of their making; or a part, in the order of their e-mail addresses.")
    @APIResponse(
            responseCode = "200",
            description = "The users; the answer is streamed",
            content = @Content(schema = @Schema(implementation = EcontextUsersReply.class)))
    public StreamingOutput list(
            @Parameter(description = EcontextPaging.LIMIT) @QueryParam("limit") @Nullable String limit,
            @Parameter(description = EcontextPaging.OFFSET) @QueryParam("offset") @Nullable String offset,
            @Parameter(description = "email, username or created_at; with a hyphen before it, backwards")
                    @QueryParam("order_by")
                    @Nullable
                    String orderBy,
            @Parameter(description = EcontextPaging.MINIMAL) @QueryParam("minimal") @Nullable String minimal) {
        var tenant = exchange.requireCaller().tenant();
        boolean bare = EcontextPaging.minimal(minimal);
        var paging = EcontextPaging.of(limit, offset);
        if (!paging.asked() && orderBy == null) {
            return pages.stream(tenant, UserFilter.ALL, bare);
        }
        var sort = EcontextUserOrder.of(orderBy);
        return EcontextStream.list(
                "users",
                exchange,
                paging.pages((from, count) -> pages.show(
                        tenant, new Page<>(users.slice(tenant, UserFilter.ALL, sort, from, count), null), bare)));
    }

    @GET
    @Path("search/{term}")
    @RolesAllowed(Scopes.USERS_READ)
    @Operation(
            summary = "Finds users",
            description = "Whoever has the term in the e-mail address, the name, the id, the id of an API key, or the"
                    + " `company_name` of `custom_data`, in any letter case. It is taken as it stands: the original's"
                    + " regular expressions are not.")
    @APIResponse(
            responseCode = "200",
            description = "The users; the answer is streamed",
            content = @Content(schema = @Schema(implementation = EcontextUsersReply.class)))
    public StreamingOutput search(
            @Parameter(schema = @Schema(type = SchemaType.STRING, maxLength = Limits.FILTER_LENGTH)) @PathParam("term")
                    String term) {
        if (term.length() > Limits.FILTER_LENGTH) {
            throw EcontextRefusal.invalid(
                    "term", "The value must have at most " + Limits.FILTER_LENGTH + " characters.");
        }
        var caller = exchange.requireCaller();
        var tenant = caller.tenant();
        var match = new UserMatch(term, "company_name", apiKeys.ownersOf(tenant, term));
        return EcontextStream.list(
                "users",
                exchange,
                cursor ->
                        pages.show(tenant, users.matching(caller, tenant, match, cursor, EcontextStream.PAGE), false));
    }
}

package org.roster.contract.econtext.organization;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Scopes;
import org.roster.contract.econtext.EcontextLinks;
import org.roster.contract.econtext.EcontextPaging;
import org.roster.contract.econtext.EcontextRefusal;
import org.roster.contract.econtext.EcontextStream;
import org.roster.contract.econtext.organization.EcontextOrganization.EcontextOrganizationsReply;
import org.roster.directory.query.Page;
import org.roster.directory.tenant.TenantService;
import org.roster.http.Exchange;

/** The organizations: all of them for a platform caller, its own for any other. */
@Path("econtext/api/organizations")
@Tag(name = "econtext")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class EcontextOrganizationsResource {

    @Inject
    TenantService tenants;

    @Inject
    Exchange exchange;

    @GET
    @RolesAllowed(Scopes.TENANTS_READ)
    @Operation(
            summary = "Lists organizations",
            description = "All of them in the order of their making; or a part, in the order of their names.")
    @APIResponse(
            responseCode = "200",
            description = "The organizations; the answer is streamed",
            content = @Content(schema = @Schema(implementation = EcontextOrganizationsReply.class)))
    public StreamingOutput list(
            @Parameter(description = EcontextPaging.LIMIT) @QueryParam("limit") @Nullable String limit,
            @Parameter(description = EcontextPaging.OFFSET) @QueryParam("offset") @Nullable String offset,
            @Parameter(description = "name") @QueryParam("order_by") @Nullable String orderBy) {
        var caller = exchange.requireCaller();
        var links = EcontextLinks.of(exchange);
        var paging = EcontextPaging.of(limit, offset);
        var order = Objects.requireNonNullElse(orderBy, "");
        if (!order.isEmpty() && !order.equals("name")) {
            throw EcontextRefusal.invalid("order_by", "Expecting name");
        }
        if (!paging.asked() && order.isEmpty()) {
            return EcontextStream.list(
                    "organizations", exchange, cursor -> tenants.find(caller, cursor, EcontextStream.PAGE)
                            .map(tenant -> EcontextOrganization.of(tenant, links)));
        }
        return EcontextStream.list(
                "organizations",
                exchange,
                paging.pages((from, count) -> new Page<>(
                        tenants.sliceByName(caller, from, count).stream()
                                .map(tenant -> EcontextOrganization.of(tenant, links))
                                .toList(),
                        null)));
    }
}

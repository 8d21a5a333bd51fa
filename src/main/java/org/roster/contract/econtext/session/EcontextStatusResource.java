package org.roster.contract.econtext.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.roster.contract.econtext.EcontextReply;
import org.roster.directory.tenant.TenantService;
import org.roster.http.Exchange;

/** Whether the server is there, and whether its database answers. Both are open, and say nothing of anybody. */
@Path("econtext/api")
@Tag(name = "econtext")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class EcontextStatusResource {

    @Inject
    TenantService tenants;

    @Inject
    Exchange exchange;

    /** That the server is there. */
    public record EcontextPong(@Schema(examples = "pong") String ping) {}

    /** That the server works: in Roster's word, in that of version 1 of the original, and in those of version 2. */
    public record EcontextHealth(
            @Schema(examples = "ok") String status,
            boolean rethinkdb,

            @Schema(examples = "roster") @JsonProperty("mapper-name")
            String mapperName,

            @JsonProperty("mapper-connection") boolean mapperConnection) {}

    @GET
    @Path("ping")
    @PermitAll
    @Operation(summary = "Says that the server is there")
    @APIResponse(responseCode = "200", description = "It is there")
    public EcontextReply<EcontextPong> ping() {
        return EcontextReply.of(new EcontextPong("pong"), exchange);
    }

    @GET
    @Path("status")
    @PermitAll
    @Operation(summary = "Says whether the database answers", description = "503 when it does not.")
    @APIResponse(responseCode = "200", description = "It answers")
    public EcontextReply<EcontextHealth> status() {
        boolean works = tenants.active(tenants.unauthenticated(null));
        return EcontextReply.of(new EcontextHealth("ok", works, "roster", works), exchange);
    }
}

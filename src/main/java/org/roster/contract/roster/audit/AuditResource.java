package org.roster.contract.roster.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.roster.audit.chain.AuditVerifier;
import org.roster.audit.chain.Checkpoints;
import org.roster.audit.chain.EventFeed;
import org.roster.caller.Scopes;
import org.roster.contract.roster.Query;
import org.roster.directory.tenant.TenantService;
import org.roster.http.Exchange;
import org.roster.http.Failure;
import org.roster.http.FailureException;

/** Whether the trail is what it was: verified here, or exported and verified elsewhere. */
@Path("v1/audit")
@Tag(name = "audit")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AuditResource {

    private static final String NDJSON = "application/x-ndjson";
    private static final int VERIFIED_AT_ONCE = 10_000;

    @Inject
    AuditVerifier verifier;

    @Inject
    EventFeed feed;

    @Inject
    Checkpoints checkpoints;

    @Inject
    TenantService tenants;

    @Inject
    Exchange exchange;

    @GET
    @Path("verification")
    @RolesAllowed(Scopes.EVENTS_READ)
    @Operation(
            summary = "Verifies the audit trail",
            description =
                    "Follows the chain over a tenant's events and names every row that was edited, moved, deleted, cut off"
                            + " or added. With a checkpoint that was kept elsewhere it also finds a trail that was set back to an older"
                            + " state.")
    @APIResponse(
            responseCode = "200",
            description = "What was found; no findings in a good trail",
            content = @Content(schema = @Schema(implementation = VerificationBody.class)))
    public VerificationBody verify(
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant,
            @Parameter(description = "The first place; the beginning unless given") @QueryParam("from") @Nullable
                    String from,
            @Parameter(description = "How many places, from 1 to 100000; 10000 unless given")
                    @QueryParam("limit")
                    @Nullable
                    String limit,
            @Parameter(description = "A checkpoint of this tenant's") @QueryParam("checkpoint") @Nullable
                    String checkpoint) {
        var most = limit == null ? VERIFIED_AT_ONCE : Query.whole("limit", limit, 1, AuditVerifier.MOST);
        return VerificationBody.of(verifier.verify(
                tenant(tenant),
                Query.place("from", from, 1),
                most,
                checkpoint == null ? null : checkpoints.read(checkpoint)));
    }

    @GET
    @Path("checkpoint")
    @RolesAllowed(Scopes.EVENTS_READ)
    @Operation(
            summary = "Signs how the audit trail ends now",
            description =
                    "A signed text to be kept where nobody who has the database can reach it: a JWS (RFC 7515) with"
                            + " `EdDSA` (RFC 8037). Each hour one of each trail that has grown is also written into the server's log.")
    @APIResponse(
            responseCode = "200",
            description = "The checkpoint",
            content = @Content(schema = @Schema(implementation = CheckpointBody.class)))
    public CheckpointBody checkpoint(
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant) {
        return checkpoints
                .sign(tenant(tenant))
                .map(CheckpointBody::of)
                .orElseThrow(() ->
                        new FailureException(Failure.of(Failure.Kind.NOT_FOUND, "event", "there is no event yet")));
    }

    @GET
    @Path("key")
    @RolesAllowed(Scopes.EVENTS_READ)
    @Operation(
            summary = "Shows the key that verifies checkpoints",
            description =
                    "A JWK (RFC 8037). It comes from `ROSTER_SECRETS_KEY` and stays the same as long as that does.")
    @APIResponse(
            responseCode = "200",
            description = "The public key",
            content = @Content(schema = @Schema(implementation = CheckpointKeyBody.class)))
    public CheckpointKeyBody key() {
        return CheckpointKeyBody.of(checkpoints.publicKey());
    }

    @GET
    @Path("export")
    @Produces(NDJSON)
    @RolesAllowed(Scopes.EVENTS_READ)
    @Operation(
            summary = "Exports the audit trail",
            description =
                    "One JSON object a line, in the order of the chain, with all that is needed to verify it elsewhere; the"
                            + " values stand as the JSON text that the digests were made of. Go on with `from` = the last `seq` + 1"
                            + " until nothing comes.")
    @APIResponse(
            responseCode = "200",
            description = "The rows",
            content = @Content(mediaType = NDJSON, schema = @Schema(implementation = ExportedEventBody.class)))
    public String export(
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant,
            @Parameter(description = "The first place; 1 unless given") @QueryParam("from") @Nullable String from,
            @Parameter(description = "From 1 to 1000; 1000 unless given. Large rows may end it before it has as many")
                    @QueryParam("limit")
                    @Nullable
                    String limit) {
        var rows = feed.page(
                tenant(tenant),
                Objects.requireNonNullElse(Query.place("from", from, 1), 1L) - 1,
                null,
                null,
                Query.whole("limit", Objects.requireNonNullElse(limit, "1000"), 1, 1000));
        return ExportedEventBody.lines(rows.items());
    }

    private UUID tenant(@Nullable String claim) {
        return tenants.resolve(exchange.requireCaller(), claim);
    }
}

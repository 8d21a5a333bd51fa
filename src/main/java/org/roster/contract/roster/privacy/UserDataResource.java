package org.roster.contract.roster.privacy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Scopes;
import org.roster.contract.roster.Query;
import org.roster.directory.tenant.TenantService;
import org.roster.http.Exchange;
import org.roster.http.Json;
import org.roster.privacy.ErasureService;
import org.roster.privacy.ExportService;
import org.roster.refusal.Reason;

/** One person's data: all of it, and its end (GDPR articles 15, 17 and 20). */
@Path("v1/users")
@Tag(name = "users")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class UserDataResource {

    @Inject
    ExportService exports;

    @Inject
    ErasureService erasures;

    @Inject
    TenantService tenants;

    @Inject
    Exchange exchange;

    @GET
    @Path("{id}/export")
    @RolesAllowed(Scopes.USERS_EXPORT)
    @Operation(
            summary = "Exports all that is known of a person",
            description = "The user with its groups, applications, keys, sessions, mails and events; of passwords, pins"
                    + " and keys only that they are there. The export is itself an event.")
    @APIResponse(
            responseCode = "200",
            description = "The document",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public Response export(
            @PathParam("id") String id,
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant) {
        var export = exports.export(exchange.requireCaller(), tenant(tenant), user(id));
        return Response.ok(document(export))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"user-" + user(id) + ".json\"")
                .build();
    }

    private static StreamingOutput document(ExportService.Export export) {
        return output -> {
            var json = Json.MAPPER.createGenerator(output);
            json.writeStartObject();
            for (var member : export.person().entrySet()) {
                json.writePOJOField(member.getKey(), member.getValue());
            }
            json.writeArrayFieldStart("events");
            export.events().write(events -> {
                for (var event : events) {
                    json.writePOJO(event);
                }
            });
            json.writeEndArray();
            json.writeEndObject();
            // Not closed: after a failure in the middle that would end the document as if it were whole.
            json.flush();
        };
    }

    @POST
    @Path("{id}/erasure")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Scopes.USERS_DELETE)
    @Operation(
            summary = "Erases a person",
            description =
                    "The user with all that belongs to it is removed, and blotted out of the audit trail: the events"
                            + " stay, with the id as a pseudonym. A user with rights beyond the caller's cannot be erased.")
    @APIResponse(responseCode = "204", description = "The person is erased")
    public void erase(
            @PathParam("id") String id,
            @Parameter(description = Query.TENANT) @QueryParam("tenant") @Nullable String tenant) {
        erasures.erase(exchange.requireCaller(), tenant(tenant), user(id));
    }

    private UUID tenant(@Nullable String tenant) {
        return tenants.resolve(exchange.requireCaller(), tenant);
    }

    private static UUID user(String id) {
        return Query.pathId(id, Reason.USER_UNKNOWN);
    }
}

package org.roster.contract.authservice.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.roster.audit.AuditFilter;
import org.roster.audit.AuditTrail;
import org.roster.contract.authservice.AuthservicePaging;
import org.roster.contract.authservice.AuthserviceScopes;
import org.roster.contract.authservice.Given;
import org.roster.http.Exchange;

/** What was changed in the caller's tenant, through whatever contract. */
@Path("authservice/api/audit-logs")
@Tag(name = "authservice")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AuthserviceAuditLogsResource {

    private static final String TIMESTAMP = "timestamp";

    @Inject
    AuditTrail trail;

    @Inject
    Exchange exchange;

    @GET
    @RolesAllowed(AuthserviceScopes.ADMIN)
    @Operation(summary = "Lists changes", description = "The newest first unless asked otherwise.")
    @APIResponse(
            responseCode = "200",
            description = "A page of changes",
            content = @Content(schema = @Schema(implementation = AuthserviceAuditLog.Page.class)))
    public AuthserviceAuditLog.Page find(
            @Parameter(description = "`USERS`, `ROLES`, `PERMISSIONS`, `MODULES`, `API_KEYS`, `TENANTS`")
                    @QueryParam("module")
                    @Nullable
                    String module,
            @Parameter(description = "A day in UTC, such as 2026-03-04") @QueryParam("date") @Nullable String date,
            @Parameter(description = AuthservicePaging.PAGE) @QueryParam("page") @Nullable String page,
            @Parameter(description = AuthservicePaging.SIZE) @QueryParam("size") @Nullable String size,
            @Parameter(description = "`timestamp`") @QueryParam("sortField") @Nullable String sortField,
            @Parameter(description = "`desc` or `asc`") @QueryParam("sortDir") @Nullable String sortDir) {
        var tenant = exchange.requireCaller().tenant();
        var paging = AuthservicePaging.of(page, size);
        var wanted = Given.text(module);
        var filter = new AuditFilter(null, null)
                .withSubjectType(wanted == null ? null : AuditModule.subjectType(wanted))
                .withDay(day(date));
        checkField(sortField);
        var found = trail.slice(tenant, filter, newestFirst(sortDir), paging.offset(), paging.size());
        return AuthserviceAuditLog.Page.of(
                found.stream().map(AuthserviceAuditLog::of).toList(), paging, trail.count(tenant, filter));
    }

    private static @Nullable LocalDate day(@Nullable String date) {
        var text = Given.text(date);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw AuthservicePaging.wrong();
        }
    }

    private static void checkField(@Nullable String sortField) {
        var field = Given.text(sortField);
        if (field != null && !field.equals(TIMESTAMP)) {
            throw AuthservicePaging.wrong();
        }
    }

    private static boolean newestFirst(@Nullable String sortDir) {
        var direction = Given.text(sortDir);
        if (direction == null) {
            return true;
        }
        return switch (direction.toLowerCase(Locale.ROOT)) {
            case "desc" -> true;
            case "asc" -> false;
            default -> throw AuthservicePaging.wrong();
        };
    }
}

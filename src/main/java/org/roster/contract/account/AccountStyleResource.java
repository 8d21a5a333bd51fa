package org.roster.contract.account;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.roster.text.Resources;

/** How the pages look. */
@Path("account/style.css")
@Tag(name = "account")
@Produces("text/css;charset=utf-8")
@ApplicationScoped
public class AccountStyleResource {

    private static final String STYLE = Resources.text("pages/style.css");

    @GET
    @PermitAll
    @Operation(summary = "The style sheet of the pages")
    @APIResponse(responseCode = "200", description = "The style sheet")
    public Response style() {
        return Response.ok(STYLE)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                .build();
    }
}

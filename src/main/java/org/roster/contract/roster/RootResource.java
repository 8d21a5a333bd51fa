package org.roster.contract.roster;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.roster.http.openapi.Publication;

/** Shows a person who comes to the bare address the way to the documentation. */
@Path("/")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.WILDCARD)
@ApplicationScoped
public class RootResource {

    @Inject
    Publication publication;

    @GET
    @PermitAll // it says nothing but where to look
    @Operation(hidden = true)
    public Response root() {
        if (!publication.open()) {
            throw new NotFoundException();
        }
        return Response.seeOther(URI.create("/openapi/ui/")).build();
    }
}

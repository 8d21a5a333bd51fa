package org.roster;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.servers.Server;

/** The one JAX-RS application. All contracts live under it, so that one OpenAPI document describes them all. */
@ApplicationPath("/")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Roster",
                        version = "1",
                        description = "One user directory that speaks the published contracts of several systems."
                                + " Authorize with a client of the token endpoint, a user name and password, or an"
                                + " API key; each operation says which scope it asks for.",
                        license = @License(name = "Apache-2.0", identifier = "Apache-2.0")),
        servers = @Server(url = "/"))
public class RosterApplication extends Application {}

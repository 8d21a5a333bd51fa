package org.roster.http.openapi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether the document is published. The server serves it, and reads the same setting: this is for what leads there. */
@ApplicationScoped
public class Publication {

    @Inject
    @ConfigProperty(name = "ROSTER_OPENAPI", defaultValue = "true")
    String openapi;

    /** True for {@code true} alone, as the server takes it. */
    public boolean open() {
        return openapi.equals("true");
    }
}

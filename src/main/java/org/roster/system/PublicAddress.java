package org.roster.system;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where clients reach this Roster, and where it listens. */
@ApplicationScoped
public class PublicAddress {

    @Inject
    @ConfigProperty(name = "ROSTER_HTTP_PORT", defaultValue = "9080")
    int httpPort;

    @Inject
    @ConfigProperty(name = "ROSTER_PUBLIC_URL")
    Optional<String> publicUrl;

    // Read once: every request asks.
    private String url = "";

    @PostConstruct
    void read() {
        url = publicUrl
                .filter(text -> !text.isBlank())
                .orElse("http://localhost:" + httpPort)
                .replaceAll("/+$", "");
    }

    /** The base address under which clients reach this Roster, without a trailing slash. It is the tokens' issuer. */
    public String url() {
        return url;
    }

    /** The port that the server listens on. */
    public int httpPort() {
        return httpPort;
    }
}

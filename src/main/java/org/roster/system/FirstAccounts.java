package org.roster.system;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whom the first start makes: the administrator and the client, as the operator wants them. */
@ApplicationScoped
public class FirstAccounts {

    @Inject
    @ConfigProperty(name = "ROSTER_ADMIN_EMAIL")
    Optional<String> adminEmail;

    @Inject
    @ConfigProperty(name = "ROSTER_ADMIN_PASSWORD")
    Optional<String> adminPassword;

    @Inject
    @ConfigProperty(name = "ROSTER_BOOTSTRAP_CLIENT_ID")
    Optional<String> clientId;

    @Inject
    @ConfigProperty(name = "ROSTER_BOOTSTRAP_CLIENT_SECRET")
    Optional<String> clientSecret;

    public Optional<String> adminEmail() {
        return adminEmail.filter(text -> !text.isBlank());
    }

    public Optional<String> adminPassword() {
        return adminPassword.filter(text -> !text.isBlank());
    }

    /** The identifier of the client that is made at the first start. */
    public String clientId() {
        return clientId.filter(text -> !text.isBlank()).orElse("roster-bootstrap");
    }

    public Optional<String> clientSecret() {
        return clientSecret.filter(text -> !text.isBlank());
    }
}

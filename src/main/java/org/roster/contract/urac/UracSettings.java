package org.roster.contract.urac;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** In what the operator keeps to the original where Roster would do otherwise. */
@ApplicationScoped
public class UracSettings {

    @Inject
    @ConfigProperty(name = "ROSTER_URAC_HTTP_STATUS", defaultValue = "soajs2")
    String httpStatus;

    @Inject
    @ConfigProperty(name = "ROSTER_URAC_EXPOSE_TOKENS", defaultValue = "false")
    boolean exposesTokens;

    @Inject
    @ConfigProperty(name = "ROSTER_URAC_ACCESS_TOKEN_IN_QUERY", defaultValue = "false")
    boolean takesTokenInQuery;

    /** Which HTTP statuses the errors of {@code /urac} have: {@code soajs2}, {@code soajs4} or {@code semantic}. */
    String httpStatus() {
        return httpStatus;
    }

    /** Whether {@code /urac} hands out one-time tokens that belong into a mail; for development only. */
    public boolean exposesTokens() {
        return exposesTokens;
    }

    /** Whether {@code /urac} takes an access token from an address, where it ends up in other people's logs (R4). */
    boolean takesTokenInQuery() {
        return takesTokenInQuery;
    }
}

package org.roster.webhook;

/**
 * An endpoint with a secret that was just made.
 *
 * @param secret shown this once
 */
public record IssuedEndpoint(WebhookEndpoint endpoint, String secret) {

    @Override
    public String toString() {
        return "IssuedEndpoint[" + endpoint.id() + "]"; // never the secret
    }
}

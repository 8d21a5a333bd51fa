package org.roster.contract.econtext;

import java.util.UUID;
import org.roster.http.Exchange;

/**
 * Where things are, as whole addresses under the path that the contract's clients know.
 *
 * @param origin the scheme and host
 */
public record EcontextLinks(String origin) {

    public static EcontextLinks of(Exchange exchange) {
        return new EcontextLinks(exchange.origin());
    }

    public String user(UUID id) {
        return origin + "/api/users/user/" + id;
    }

    public String apiKey(UUID user, String keyId) {
        return user(user) + "/apikey/" + keyId;
    }

    public String application(UUID id) {
        return origin + "/api/applications/application/" + id;
    }

    public String group(UUID id) {
        return origin + "/api/groups/group/" + id;
    }

    public String organization(UUID id) {
        return origin + "/api/organizations/organization/" + id;
    }
}

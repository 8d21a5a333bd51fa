package org.roster.contract.urac.oauth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.roster.contract.urac.UracError;
import org.roster.directory.tenant.Tenant;
import org.roster.http.FailureException;

/**
 * The {@code Authorization: Basic} of a log-in. In SOAJS it held a tenant's id and secret; the key is the secret here, so
 * it only names the tenant, which is a claim to check.
 */
final class ClientHeader {

    private static final String BASIC = "Basic ";

    private ClientHeader() {}

    static String of(Tenant tenant) {
        var pair = tenant.objectId() + ':' + tenant.code();
        return BASIC + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws FailureException {@link UracError#CLIENT_TENANT_INVALID} when the tenant is not one of the caller's */
    static void check(@Nullable String header, Consumer<String> named) {
        if (header == null || !header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return;
        }
        try {
            var pair = new String(
                    Base64.getDecoder().decode(header.substring(BASIC.length()).strip()), StandardCharsets.UTF_8);
            named.accept(pair.substring(0, Math.max(0, pair.indexOf(':'))));
        } catch (FailureException | IllegalArgumentException e) {
            throw UracError.CLIENT_TENANT_INVALID.refusal();
        }
    }
}

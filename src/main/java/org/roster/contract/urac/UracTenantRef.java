package org.roster.contract.urac;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.jspecify.annotations.Nullable;
import org.roster.directory.tenant.Tenant;

/**
 * The tenant of a user or a group.
 *
 * @param pin what is known of the user's pin there; absent where nothing is
 */
@JsonInclude(Include.NON_NULL)
public record UracTenantRef(
        String id, String code, @Nullable Pin pin) {

    /** Whether a user may sign in with a pin. The pin itself is never shown. */
    @org.eclipse.microprofile.openapi.annotations.media.Schema(name = "UracPin")
    public record Pin(boolean allowed) {

        static @Nullable Pin of(@Nullable Boolean allowed) {
            return allowed == null ? null : new Pin(allowed);
        }
    }

    public static UracTenantRef of(Tenant tenant) {
        return new UracTenantRef(tenant.objectId(), tenant.code(), null);
    }

    /** The same tenant with the word about a pin. */
    public UracTenantRef withPin(@Nullable Boolean allowed) {
        return new UracTenantRef(id, code, Pin.of(allowed));
    }
}

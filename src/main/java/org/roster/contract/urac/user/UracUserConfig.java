package org.roster.contract.urac.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.contract.urac.UracTenantRef;
import org.roster.contract.urac.input.Taken;

/**
 * What SOAJS keeps of a user beside the person: its own packages and keys, and the tenants that it was invited to.
 *
 * @param allowedTenants absent where there is none
 */
@JsonInclude(Include.NON_NULL)
public record UracUserConfig(
        @Nullable Object packages,
        @Nullable Object keys,
        @Nullable List<Place> allowedTenants) {

    /** Under which name they are kept with the user. */
    private static final String KEPT = "uracConfig";

    /** A tenant that a user was invited to, with its groups there. */
    @Schema(name = "UracPlace")
    public record Place(UracTenantRef tenant, List<String> groups) {}

    static UracUserConfig of(Map<String, Object> extras, List<Place> places) {
        var kept = kept(extras);
        return new UracUserConfig(kept.get("packages"), kept.get("keys"), places.isEmpty() ? null : places);
    }

    /** What is kept with a user once the packages and keys of a request stand in the place of those before. */
    static Map<String, Object> merged(Map<String, Object> extras, Taken config) {
        var kept = kept(extras);
        for (String member : List.of("packages", "keys")) {
            var given = config.map(member);
            if (given != null) {
                kept.put(member, given);
            }
        }
        var all = new LinkedHashMap<>(extras);
        if (!kept.isEmpty()) {
            all.put(KEPT, kept);
        }
        return all;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> kept(Map<String, Object> extras) {
        return extras.get(KEPT) instanceof Map<?, ?> kept
                ? new LinkedHashMap<>((Map<String, Object>) kept)
                : new LinkedHashMap<>();
    }
}

package org.roster.contract.urac.group;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.contract.urac.UracTenantRef;
import org.roster.directory.group.Group;

/**
 * A group as SOAJS has it in its database.
 *
 * @param config SOAJS packages and environments that its members may use; Roster keeps them and asks nothing of them
 */
@JsonInclude(Include.NON_NULL)
public record UracGroup(
        @Schema(examples = "57c6eb28962f94a7caab8a22") @JsonProperty("_id")
        String id,

        String code,
        String name,
        @Nullable String description,
        Map<String, Object> config,
        UracTenantRef tenant) {

    static final String PACKAGES = "allowedPackages";
    static final String ENVIRONMENTS = "allowedEnvironments";

    /** Under which name the config is kept with the group. */
    private static final String KEPT = "uracConfig";

    public static UracGroup of(Group group, UracTenantRef tenant) {
        return new UracGroup(
                group.objectId(), group.code(), group.name(), group.description(), config(group.extras()), tenant);
    }

    /** What is kept with a group whose config is this one. */
    static Map<String, Object> kept(Map<String, Object> extras, Map<String, Object> config) {
        var all = new LinkedHashMap<>(extras);
        all.put(KEPT, config);
        return all;
    }

    /** The config of a group, to be changed. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> config(Map<String, Object> extras) {
        return extras.get(KEPT) instanceof Map<?, ?> kept
                ? new LinkedHashMap<>((Map<String, Object>) kept)
                : new LinkedHashMap<>();
    }
}

package org.roster.contract.econtext.organization;

import java.util.LinkedHashMap;
import java.util.Map;
import org.roster.directory.tenant.Tenant;

/** The free-form data of an organization: one of the tenant's settings, so that it disturbs none of the others. */
final class EcontextOrganizationData {

    private static final String SETTING = "customData";

    private EcontextOrganizationData() {}

    @SuppressWarnings("unchecked")
    static Map<String, Object> of(Tenant tenant) {
        return tenant.settings().get(SETTING) instanceof Map<?, ?> data ? (Map<String, Object>) data : Map.of();
    }

    /** The settings with other data in them. */
    static Map<String, Object> into(Map<String, Object> settings, Map<String, Object> data) {
        var changed = new LinkedHashMap<>(settings);
        if (data.isEmpty()) {
            changed.remove(SETTING);
        } else {
            changed.put(SETTING, data);
        }
        return changed;
    }
}

package org.roster.contract.authservice.audit;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The kinds of things that are changed, by the words that this contract has for them. */
final class AuditModule {

    private static final Map<String, String> WORDS = Map.of(
            "user", "USERS",
            "group", "ROLES",
            "permission", "PERMISSIONS",
            "application", "MODULES",
            "api_key", "API_KEYS",
            "tenant", "TENANTS");

    private static final Map<String, String> TYPES =
            WORDS.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

    private AuditModule() {}

    static String of(String subjectType) {
        return WORDS.getOrDefault(subjectType, subjectType.toUpperCase(Locale.ROOT));
    }

    /** The directory's word for a module, in any letter case; one that there is not is nothing's. */
    static String subjectType(String module) {
        return TYPES.getOrDefault(module.toUpperCase(Locale.ROOT), module.toLowerCase(Locale.ROOT));
    }
}

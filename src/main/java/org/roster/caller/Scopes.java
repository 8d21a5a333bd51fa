package org.roster.caller;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names of Roster's own rights. A scope of a token, a permission of a group and a role of {@code @RolesAllowed} are
 * the same word; RFC 6749 section 3.3 gives its syntax.
 */
public final class Scopes {

    public static final String TENANTS_CREATE = "tenants:create";
    public static final String TENANTS_READ = "tenants:read";
    public static final String TENANTS_UPDATE = "tenants:update";
    public static final String TENANTS_DELETE = "tenants:delete";
    public static final String USERS_CREATE = "users:create";
    public static final String USERS_READ = "users:read";
    public static final String USERS_UPDATE = "users:update";
    public static final String USERS_DELETE = "users:delete";
    /** May have all that is known of a person. */
    public static final String USERS_EXPORT = "users:export";

    public static final String GROUPS_CREATE = "groups:create";
    public static final String GROUPS_READ = "groups:read";
    public static final String GROUPS_UPDATE = "groups:update";
    public static final String GROUPS_DELETE = "groups:delete";
    public static final String APPLICATIONS_CREATE = "applications:create";
    public static final String APPLICATIONS_READ = "applications:read";
    public static final String APPLICATIONS_UPDATE = "applications:update";
    public static final String APPLICATIONS_DELETE = "applications:delete";
    public static final String API_KEYS_CREATE = "api-keys:create";
    public static final String API_KEYS_READ = "api-keys:read";
    public static final String API_KEYS_UPDATE = "api-keys:update";
    public static final String API_KEYS_DELETE = "api-keys:delete";
    public static final String EVENTS_READ = "events:read";
    public static final String MAILS_READ = "mails:read";
    public static final String MAILS_RETRY = "mails:retry";
    public static final String MAIL_TEMPLATES_READ = "mail-templates:read";
    public static final String MAIL_TEMPLATES_UPDATE = "mail-templates:update";
    public static final String WEBHOOKS_CREATE = "webhooks:create";
    public static final String WEBHOOKS_READ = "webhooks:read";
    public static final String WEBHOOKS_UPDATE = "webhooks:update";
    public static final String WEBHOOKS_DELETE = "webhooks:delete";
    public static final String WEBHOOKS_RETRY = "webhooks:retry";
    public static final String SIGNING_KEYS_READ = "signing-keys:read";
    public static final String SIGNING_KEYS_ROTATE = "signing-keys:rotate";

    /** May name a tenant other than the caller's own. Alone it opens nothing. */
    public static final String PLATFORM = "platform";

    /** May put permissions into groups, clients and keys that Roster does not enforce: those of other systems. */
    public static final String PERMISSIONS_GRANT = "permissions:grant";

    private static final Set<String> CORE = Collections.unmodifiableSet(new LinkedHashSet<>(List.of(
            TENANTS_CREATE,
            TENANTS_READ,
            TENANTS_UPDATE,
            TENANTS_DELETE,
            USERS_CREATE,
            USERS_READ,
            USERS_UPDATE,
            USERS_DELETE,
            USERS_EXPORT,
            GROUPS_CREATE,
            GROUPS_READ,
            GROUPS_UPDATE,
            GROUPS_DELETE,
            APPLICATIONS_CREATE,
            APPLICATIONS_READ,
            APPLICATIONS_UPDATE,
            APPLICATIONS_DELETE,
            API_KEYS_CREATE,
            API_KEYS_READ,
            API_KEYS_UPDATE,
            API_KEYS_DELETE,
            EVENTS_READ,
            MAILS_READ,
            MAILS_RETRY,
            MAIL_TEMPLATES_READ,
            MAIL_TEMPLATES_UPDATE,
            WEBHOOKS_CREATE,
            WEBHOOKS_READ,
            WEBHOOKS_UPDATE,
            WEBHOOKS_DELETE,
            WEBHOOKS_RETRY,
            SIGNING_KEYS_READ,
            SIGNING_KEYS_ROTATE,
            PERMISSIONS_GRANT,
            PLATFORM)));

    private static volatile Set<String> all = CORE;
    private static volatile Set<String> personal = Set.of();

    private Scopes() {}

    /**
     * Adds the scopes that a contract enforces by names of its own; done once for each contract at start.
     *
     * @param scopes all of them
     * @param ofPersons those among them that concern only the person who logs in, so that everybody may have them
     */
    public static synchronized void declare(Collection<String> scopes, Collection<String> ofPersons) {
        var more = new LinkedHashSet<>(all);
        more.addAll(scopes);
        all = Collections.unmodifiableSet(more);
        var persons = new LinkedHashSet<>(personal);
        persons.addAll(ofPersons);
        personal = Collections.unmodifiableSet(persons);
    }

    /** The scopes that a user's token may carry although none of the user's groups gives them. */
    public static Set<String> personal() {
        return personal;
    }

    /** Every scope that Roster enforces somewhere: the core's and those of the contracts. */
    public static Set<String> all() {
        return all;
    }

    /** Whether Roster itself opens something to the holder of this scope. */
    public static boolean enforced(String scope) {
        return all.contains(scope);
    }

    /**
     * Whether a word may be a scope: printable ASCII without space, quotation mark and backslash (RFC 6749 section
     * 3.3), and no longer than a column holds.
     */
    public static boolean wellFormed(String scope) {
        return !scope.isEmpty()
                && scope.length() <= 128
                && scope.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '"' && c != '\\');
    }

    /** Scopes as one string, sorted, for rows and tokens. */
    public static String join(Collection<String> scopes) {
        return String.join(" ", new TreeSet<>(scopes));
    }

    /** The scopes of a space-separated list (RFC 6749 section 3.3), without duplicates, in their order. */
    public static Set<String> split(String scopes) {
        var words = new LinkedHashSet<String>();
        for (String word : scopes.split(" ", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return Collections.unmodifiableSet(words);
    }
}

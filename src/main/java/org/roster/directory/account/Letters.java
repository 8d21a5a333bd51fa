package org.roster.directory.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.directory.tenant.Tenant;
import org.roster.directory.tenant.TenantService;
import org.roster.directory.user.User;
import org.roster.mail.Letter;
import org.roster.mail.MailKind;
import org.roster.mail.Outbox;

/** Writes to people about their accounts, in the transaction of what the letter tells of. */
@ApplicationScoped
class Letters {

    /** For letters to nobody, which are written for the time that it takes. */
    private static final UUID NOBODY = new UUID(0, 0);

    @Inject
    Outbox outbox;

    @Inject
    TenantService tenants;

    /** A letter to the user's address, if there is one; its id. */
    Optional<UUID> send(Caller caller, User user, MailKind kind, @Nullable String token, Duration life) {
        return Optional.ofNullable(user.email()).map(address -> send(caller, user, kind, address, token, life));
    }

    /** The same to another address than the user's own. */
    UUID send(Caller caller, User user, MailKind kind, String address, @Nullable String token, Duration life) {
        var values = values(
                user.tenantId(), Objects.requireNonNullElse(user.fullName(), user.username()), user.username(), life);
        return outbox.post(new Letter(
                user.tenantId(), user.id(), kind, address, user.locale(), values, token, life, caller.requestId()));
    }

    /** A notice that needs no answer. */
    void tell(Caller caller, User user, MailKind kind) {
        send(caller, user, kind, null, Duration.ZERO);
    }

    /** Writes a letter to nobody and drops it: whether somebody has an account is not to be told by the time (R32). */
    void pretend(Caller caller, UUID tenant, MailKind kind, String name, Duration life) {
        var address = name.length() > 64 ? name.substring(0, 64) : name;
        var values = values(tenant, address, address, life);
        outbox.pretend(new Letter(tenant, NOBODY, kind, address, null, values, "nobody's", life, caller.requestId()));
    }

    private Map<String, String> values(UUID tenant, String name, String username, Duration life) {
        long hours = Math.max(1, life.toHours());
        var values = new HashMap<String, String>();
        values.put("name", name);
        values.put("username", username);
        values.put("tenant", tenants.byId(tenant).map(Tenant::name).orElse("Roster"));
        values.put("hours", String.valueOf(hours));
        if (hours == 1) {
            values.put("oneHour", "1"); // there at all or not: templates have no logic beyond that
        }
        return values;
    }
}

package org.roster.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.roster.audit.AuditRecord;
import org.roster.audit.AuditTrail;
import org.roster.caller.Caller;
import org.roster.directory.apikey.ApiKey;
import org.roster.directory.apikey.ApiKeyService;
import org.roster.directory.application.Application;
import org.roster.directory.application.ApplicationService;
import org.roster.directory.factor.SecondFactorService;
import org.roster.directory.group.Group;
import org.roster.directory.group.GroupService;
import org.roster.directory.guest.GuestService;
import org.roster.directory.pin.PinService;
import org.roster.directory.query.Parts;
import org.roster.directory.user.User;
import org.roster.directory.user.UserService;
import org.roster.event.Changes;
import org.roster.mail.Mail;
import org.roster.mail.MailFilter;
import org.roster.mail.Outbox;
import org.roster.persistence.JsonConverter;
import org.roster.persistence.Transactions;
import org.roster.refusal.Refusal;
import org.roster.token.Session;
import org.roster.token.Sessions;

/** All that Roster knows of one person, as plain values; of secrets only that there are some. */
@ApplicationScoped
public class ExportService {

    private static final int MOST_MAILS = 10_000;

    @Inject
    UserService users;

    @Inject
    GroupService groups;

    @Inject
    ApplicationService applications;

    @Inject
    ApiKeyService apiKeys;

    @Inject
    PinService pins;

    @Inject
    GuestService guests;

    @Inject
    SecondFactorService factors;

    @Inject
    Sessions sessions;

    @Inject
    Outbox outbox;

    @Inject
    AuditTrail trail;

    @Inject
    Transactions transactions;

    @Inject
    Changes changes;

    @Inject
    Clock clock;

    /**
     * The document.
     *
     * @param person all but the events
     * @param events as {@link AuditTrail#about}; they are read while they are written, since nobody knows how many there are
     */
    public record Export(Map<String, @Nullable Object> person, Parts<Map<String, @Nullable Object>> events) {}

    /**
     * The document, and an event that tells who had it made.
     *
     * @throws Refusal {@link org.roster.refusal.Reason#USER_UNKNOWN}, {@link org.roster.refusal.Reason#RIGHTS_EXCEEDED}
     */
    public Export export(Caller caller, UUID tenant, UUID id) {
        var user = users.requireOutranked(caller, tenant, id);
        transactions.run(() -> changes.happened(caller, tenant, "user.exported", "user", id, Map.of()));
        var document = new LinkedHashMap<String, @Nullable Object>();
        document.put("exportedAt", clock.instant());
        document.put("user", ofUser(user));
        document.put("groups", list(groups.ofUsers(tenant, Set.of(id)).get(id), ExportService::ofGroup));
        document.put(
                "applications", list(applications.ofUsers(tenant, Set.of(id)).get(id), ExportService::ofApplication));
        document.put("apiKeys", list(apiKeys.ofUsers(tenant, Set.of(id)).get(id), ExportService::ofApiKey));
        document.put("guestIn", guests.tenantsOf(id));
        document.put("pin", pins.of(tenant, id).filter(pin -> pin.given()).isPresent());
        var factor = factors.of(tenant, id);
        document.put("secondFactorSince", factor.confirmedAt());
        document.put("recoveryCodesLeft", factor.recoveryCodesLeft());
        document.put("sessions", list(sessions.of(id), ExportService::ofSession));
        var mails = outbox.find(tenant, new MailFilter(null, null, id), null, MOST_MAILS);
        document.put("mails", list(mails, ExportService::ofMail));
        return new Export(
                document, new Parts<>(cursor -> trail.about(id, cursor).map(ExportService::ofEvent)));
    }

    private static <T> List<Map<String, @Nullable Object>> list(
            @Nullable List<T> items, Function<T, Map<String, @Nullable Object>> translation) {
        return items == null ? List.of() : items.stream().map(translation).toList();
    }

    private static Map<String, @Nullable Object> ofUser(User user) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("id", user.id());
        members.put("tenant", user.tenantId());
        members.put("username", user.username());
        members.put("email", user.email());
        members.put("givenName", user.givenName());
        members.put("middleName", user.middleName());
        members.put("familyName", user.familyName());
        members.put("displayName", user.displayName());
        members.put("phone", user.phone());
        members.put("locale", user.locale());
        members.put("externalId", user.externalId());
        members.put("state", user.state());
        members.put("emailVerified", user.emailVerified());
        members.put("hasPassword", user.hasPassword());
        members.put("passwordChangedAt", user.passwordChangedAt());
        members.put("lastLoginAt", user.lastLoginAt());
        members.put("createdAt", user.createdAt());
        members.put("updatedAt", user.updatedAt());
        members.put("profile", user.profile());
        members.put("customData", user.customData());
        members.put("extras", user.extras());
        return members;
    }

    private static Map<String, @Nullable Object> ofGroup(Group group) {
        return members("id", group.id(), "code", group.code(), "name", group.name());
    }

    private static Map<String, @Nullable Object> ofApplication(Application application) {
        return members("id", application.id(), "name", application.name());
    }

    private static Map<String, @Nullable Object> ofApiKey(ApiKey key) {
        return members("id", key.keyId(), "name", key.name(), "createdAt", key.createdAt());
    }

    private static Map<String, @Nullable Object> ofSession(Session session) {
        return members(
                "since", session.since(), "renewedAt", session.renewedAt(), "application", session.application());
    }

    private static Map<String, @Nullable Object> ofMail(Mail mail) {
        return members("at", mail.createdAt(), "kind", mail.kind(), "to", mail.recipient(), "subject", mail.subject());
    }

    private static Map<String, @Nullable Object> ofEvent(AuditRecord event) {
        var members = members(
                "at", event.at(), "type", event.type(), "actor", event.actorName(), "contract", event.contract());
        members.put("before", JsonConverter.read(event.before()));
        members.put("after", JsonConverter.read(event.after()));
        return members;
    }

    private static Map<String, @Nullable Object> members(@Nullable Object... namesAndValues) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return members;
    }
}

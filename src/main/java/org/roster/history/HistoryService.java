package org.roster.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.audit.AuditFilter;
import org.roster.audit.AuditRecord;
import org.roster.audit.AuditTrail;
import org.roster.caller.Caller;
import org.roster.directory.group.Group;
import org.roster.directory.group.GroupFacts;
import org.roster.directory.group.GroupService;
import org.roster.directory.query.Page;
import org.roster.directory.user.User;
import org.roster.directory.user.UserFacts;
import org.roster.directory.user.UserService;
import org.roster.persistence.JsonConverter;
import org.roster.persistence.Transactions;

/**
 * How users and groups were. The present state is read and the events since are undone, the newest first, so what is let go
 * of the beginning of a trail does not matter to later moments.
 */
@ApplicationScoped
public class HistoryService {

    public static final String USER = "user";
    public static final String GROUP = "group";

    private static final int PAGE = 32;

    @Inject
    AuditTrail trail;

    @Inject
    UserService users;

    @Inject
    GroupService groups;

    @Inject
    Transactions transactions;

    /** How a user was at a moment; empty when there was none, or when nothing is left of it because it was erased. */
    public Optional<PastState> user(UUID tenant, UUID id, Instant at) {
        return transactions.write(() -> {
            var present = users.byIds(tenant, Set.of(id)).stream().findFirst();
            return past(tenant, id, USER, present.map(UserFacts::of), present.map(User::createdAt), at);
        });
    }

    /** The same of a group. */
    public Optional<PastState> group(UUID tenant, UUID id, Instant at) {
        return transactions.write(() -> {
            var present = groups.byIds(tenant, Set.of(id)).stream().findFirst();
            return past(tenant, id, GROUP, present.map(GroupFacts::of), present.map(Group::createdAt), at);
        });
    }

    /** The changes of a user or a group, also of one that is gone; none for one that never was. */
    public Page<AuditRecord> events(
            Caller caller, UUID tenant, String kind, UUID id, boolean newestFirst, @Nullable String cursor, int limit) {
        return trail.find(caller, tenant, AuditFilter.changesOf(id, kind), newestFirst, cursor, limit);
    }

    private Optional<PastState> past(
            UUID tenant,
            UUID id,
            String kind,
            Optional<Map<String, @Nullable Object>> present,
            Optional<Instant> createdAt,
            Instant at) {
        var undoing = new Undoing(kind, present.map(HistoryService::plain).orElse(null), at);
        var filter = AuditFilter.changesOf(id, kind);
        for (int offset = 0; !undoing.over(); offset += PAGE) {
            var events = trail.part(tenant, filter, true, offset, PAGE);
            events.forEach(undoing::take);
            if (events.size() < PAGE) {
                break;
            }
        }
        var members = undoing.members();
        var born = createdAt.or(undoing::createdAt);
        return members == null || born.filter(at::isBefore).isPresent()
                ? Optional.empty()
                : Optional.of(new PastState(
                        id, tenant, at, members, undoing.event(), born.orElse(null), undoing.updatedAt()));
    }

    /** The same members as they come back from a row. */
    static Map<String, @Nullable Object> plain(Map<String, @Nullable Object> facts) {
        return new LinkedHashMap<>(JsonConverter.read(JsonConverter.write(facts)));
    }
}

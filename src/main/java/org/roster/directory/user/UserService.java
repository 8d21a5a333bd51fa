package org.roster.directory.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.constraint.Names;
import org.roster.directory.Checks;
import org.roster.directory.FreshIds;
import org.roster.directory.Standings;
import org.roster.directory.apikey.ApiKeyService;
import org.roster.directory.apikey.IssuedApiKey;
import org.roster.directory.application.ApplicationService;
import org.roster.directory.group.GroupService;
import org.roster.directory.query.Page;
import org.roster.event.Changes;
import org.roster.persistence.Shared;
import org.roster.persistence.Transactions;
import org.roster.persistence.Violations;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/** What can be done to users. Each public method that writes is one transaction and leaves one event. */
@ApplicationScoped
public class UserService {

    private static final String KIND = "user";

    /** More groups or applications than this are not given to a user in one request. */
    private static final int MAX_LINKS = 1000;

    @Inject
    UserRepository users;

    @Inject
    UserSearch search;

    @Inject
    UserSlices slices;

    @Inject
    UserTextSearch texts;

    @Inject
    UserLinks links;

    @Inject
    FreshIds ids;

    @Inject
    GroupService groups;

    @Inject
    ApplicationService applications;

    @Inject
    ApiKeyService apiKeys;

    @Inject
    Standings standings;

    @Inject
    UserPasswords passwords;

    @Inject
    Transactions transactions;

    @Inject
    Changes changes;

    @Inject
    @Shared
    Clock clock;

    /** Tells when a user was made, as the event of it does. */
    @Inject
    Clock wall;

    /** @throws Refusal {@link Reason#USER_UNKNOWN} */
    public User require(UUID tenant, UUID id) {
        return users.byId(tenant, id).orElseThrow(UserService::unknown);
    }

    /** The user with this id, of whatever tenant. For those who have come upon the id by themselves. */
    public Optional<User> byId(UUID id) {
        return users.byId(id);
    }

    /** The user with this user name, in any spelling that folds to it. */
    public Optional<User> byUsername(UUID tenant, String username) {
        return users.byUsername(tenant, username);
    }

    /** The users with these aliases; those that there are, in the order of their making. */
    public List<User> byObjectIds(UUID tenant, Collection<String> objectIds) {
        return users.byObjectIds(tenant, objectIds);
    }

    /** The users with these user names; those that there are. */
    public List<User> byUsernames(UUID tenant, Collection<String> names) {
        return users.byUsernames(tenant, names);
    }

    /** The users with these e-mail addresses; those that there are. */
    public List<User> byEmails(UUID tenant, Collection<String> addresses) {
        return users.byEmails(tenant, addresses);
    }

    /** The user who signs in with this user name or e-mail address. */
    public Optional<User> byLoginName(UUID tenant, String name) {
        return users.byLoginName(tenant, name);
    }

    /** The user with this alias of 24 hexadecimal digits. */
    public Optional<User> byObjectId(UUID tenant, String objectId) {
        return users.byObjectId(tenant, objectId);
    }

    /** The same as far as the caller can see: in its own tenant, and in all of them for a platform caller. */
    public Optional<User> byObjectId(Caller caller, String objectId) {
        return users.byObjectId(caller.tenant(), objectId)
                .or(() -> caller.platform() ? users.byObjectId(objectId) : Optional.empty());
    }

    /** The users with these ids; those that there are. */
    public List<User> byIds(UUID tenant, Collection<UUID> wanted) {
        return users.byIds(tenant, wanted);
    }

    /** A stretch of the tenant's users, for contracts that count; {@link #find} costs the same wherever the page lies. */
    public List<User> slice(UUID tenant, UserFilter filter, UserSort sort, int offset, int limit) {
        return slices.slice(tenant, filter, sort, offset, limit);
    }

    public long count(UUID tenant, UserFilter filter) {
        return slices.count(tenant, filter);
    }

    /**
     * A page of users. With a prefix the best matches come first, and the order cannot be chosen.
     *
     * @param limit from 1 to {@link Page#MAX}
     * @throws Refusal {@link Reason#CURSOR_INVALID}
     */
    public Page<User> find(
            Caller caller, UUID tenant, UserFilter filter, UserSort sort, @Nullable String cursor, int limit) {
        return search.find(caller, tenant, filter, sort, cursor, limit);
    }

    /**
     * A page of the users that a text finds, in the order of their making.
     *
     * @throws Refusal {@link Reason#CURSOR_INVALID}
     */
    public Page<User> matching(Caller caller, UUID tenant, UserMatch match, @Nullable String cursor, int limit) {
        return texts.find(caller, tenant, match, cursor, limit);
    }

    /**
     * Adds a user with its groups, applications, API key and password, all or nothing.
     *
     * @throws Refusal {@link Reason#USERNAME_TAKEN}, {@link Reason#EMAIL_TAKEN}, {@link Reason#PASSWORD_TOO_WEAK},
     *     {@link Reason#GROUP_UNKNOWN}, {@link Reason#APPLICATION_UNKNOWN}, {@link Reason#RIGHTS_EXCEEDED} for groups
     *     or scopes beyond the caller's own, {@link Reason#VALUE_INVALID}, {@link Reason#OVERLOADED}
     */
    public AddedUser add(Caller caller, NewUser request) {
        return add(caller, request, added -> added);
    }

    /**
     * Adds a user, and does more about the new user in the same transaction.
     *
     * @param more what else is to be done, and the result; when it refuses, there is no user
     * @throws Refusal as {@link #add(Caller, NewUser)}, and as {@code more} does
     */
    public <T> T add(Caller caller, NewUser request, Function<AddedUser, T> more) {
        checkNames(request.username, request.details.email);
        var details = request.details;
        UserForm.check(details);
        if (request.groups.size() > MAX_LINKS || request.applications.size() > MAX_LINKS) {
            throw Refusal.invalid("groups", "at most " + MAX_LINKS + " can be given at once");
        }
        if (request.apiKey != null) {
            apiKeys.check(caller, request.apiKey);
        }
        var hash = passwords.hash(caller, request);
        return unique(request.tenant, request.username, details.email, null, request.id, () -> {
            var joined = groups.requireAll(request.tenant, request.groups);
            joined.forEach(group -> Checks.outranks(caller, group.permissions(), "the group '" + group.code() + "'"));
            var assigned = applications.requireAll(request.tenant, request.applications);
            var now = wall.instant();
            var user = new User(ids.next(request.tenant, request.id, User.class), request, hash, now);
            users.add(user);
            if (!joined.isEmpty() || !assigned.isEmpty() || request.apiKey != null) {
                users.flush(); // the rows below refer to the user by its id alone
            }
            joined.forEach(group -> users.add(new Membership(request.tenant, group.id(), user.id(), now)));
            assigned.forEach(one -> users.add(new Assignment(request.tenant, one.id(), user.id(), now)));
            changes.created(caller, user.tenantId(), KIND, user.id(), UserFacts.of(user, joined, request));
            users.flush();
            return more.apply(new AddedUser(user, issueKey(caller, request, user)));
        });
    }

    /**
     * Changes a user. Nobody changes a user who holds rights beyond the caller's own, but for
     * what is not a credential of the caller's own user.
     *
     * @param expected the version that the caller has read, or null to change whatever stands there
     * @throws Refusal {@link Reason#USER_UNKNOWN}, {@link Reason#USERNAME_TAKEN}, {@link Reason#EMAIL_TAKEN},
     *     {@link Reason#PASSWORD_TOO_WEAK}, {@link Reason#RIGHTS_EXCEEDED}, {@link Reason#VERSION_STALE},
     *     {@link Reason#VALUE_INVALID}, {@link Reason#OVERLOADED}
     */
    public User change(Caller caller, UUID tenant, UUID id, UserChange change, @Nullable Long expected) {
        return change(caller, tenant, id, change, expected, changed -> changed);
    }

    /**
     * Changes a user, and does more about it in the same transaction.
     *
     * @param more what else is to be done, and the result; when it refuses, nothing was changed
     * @throws Refusal as {@link #change(Caller, UUID, UUID, UserChange, Long)}, and as {@code more} does
     */
    public <T> T change(
            Caller caller, UUID tenant, UUID id, UserChange change, @Nullable Long expected, Function<User, T> more) {
        var present = require(tenant, id);
        checkOutranked(caller, id, change.ofCredentials()); // before a hash is paid for
        var username = change.username.orElse(present.username());
        var email = change.email.or(present.email());
        if (change.username.given() || change.email.given()) {
            checkNames(username, email);
        }
        UserForm.check(change);
        var hash = passwords.hash(caller, present, change, username, email);
        return unique(tenant, username, email, id, null, () -> {
            var user = require(tenant, id);
            Checks.version(expected, user.version());
            checkOutranked(caller, id, change.ofCredentials());
            var before = facts(user, change);
            var names = List.of(user.usernameKey(), Objects.requireNonNullElse(user.emailKey(), ""));
            var replaced = user.passwordHash();
            boolean open = user.mayAct();
            user.change(change, hash, clock.instant());
            passwords.changed(caller, user, replaced, hash != null, !open && user.mayAct());
            if (!names.equals(List.of(user.usernameKey(), Objects.requireNonNullElse(user.emailKey(), "")))) {
                users.renamed(user);
            }
            if (change.ofLinks()) {
                links.change(caller, user, change);
            }
            users.flush();
            changes.updated(caller, tenant, KIND, id, before, facts(user, change));
            return more.apply(user);
        });
    }

    /**
     * Removes a user with its memberships, assignments, API keys and tokens.
     *
     * @throws Refusal {@link Reason#USER_UNKNOWN}, {@link Reason#RIGHTS_EXCEEDED}, {@link Reason#VERSION_STALE}
     */
    public void remove(Caller caller, UUID tenant, UUID id, @Nullable Long expected) {
        transactions.run(() -> {
            var user = require(tenant, id);
            Checks.version(expected, user.version());
            checkOutranked(caller, id, true);
            var facts = UserFacts.of(user);
            facts.put("createdAt", user.createdAt().toString()); // no row will tell any more
            users.remove(user);
            changes.deleted(caller, tenant, KIND, id, facts);
        });
    }

    /** The groups and applications that a user is in now, as events mention them. */
    public Map<String, @Nullable Object> links(User user) {
        return links.facts(user);
    }

    /**
     * Whether the caller could change what a user signs in with.
     *
     * @throws Refusal {@link Reason#USER_UNKNOWN}, {@link Reason#RIGHTS_EXCEEDED}
     */
    public User requireOutranked(Caller caller, UUID tenant, UUID id) {
        var user = require(tenant, id);
        checkOutranked(caller, id, true);
        return user;
    }

    private @Nullable IssuedApiKey issueKey(Caller caller, NewUser request, User user) {
        return request.apiKey == null ? null : apiKeys.issue(caller, request.apiKey.ownedBy(user.id()));
    }

    /**
     * A user with rights beyond the caller's is not the caller's to change: its password would be a way up (R10). That
     * holds for oneself too where a credential is concerned, since a narrow key or token must not become a log-in.
     */
    private void checkOutranked(Caller caller, UUID user, boolean ofCredentials) {
        if (ofCredentials || !caller.is(user)) {
            Checks.outranks(caller, standings.possiblePermissions(user), "the user");
        }
    }

    private static void checkNames(String username, @Nullable String email) {
        Names.faultOfUsername(username).ifPresent(fault -> {
            throw Refusal.invalid("username", fault);
        });
        if (email != null) {
            Names.faultOfEmail(email).ifPresent(fault -> {
                throw Refusal.invalid("email", fault);
            });
        }
    }

    private <T> T unique(
            UUID tenant,
            String username,
            @Nullable String email,
            @Nullable UUID self,
            @Nullable UUID wanted,
            Supplier<T> work) {
        try {
            return transactions.write(work);
        } catch (RuntimeException e) {
            if (!Violations.unique(e)) {
                throw e;
            }
            ids.check(wanted, User.class);
            // Asked afterwards, and only on a conflict: the unique key has decided, this finds the words for it.
            boolean byName = users.holder(tenant, Names.fold(username))
                    .filter(holder -> !holder.equals(self))
                    .isPresent();
            throw byName || email == null
                    ? new Refusal(Reason.USERNAME_TAKEN, "username", "another user has this user name")
                    : new Refusal(Reason.EMAIL_TAKEN, "email", "another user has this e-mail address");
        }
    }

    static Refusal unknown() {
        return new Refusal(Reason.USER_UNKNOWN, KIND, "there is no such user");
    }

    private Map<String, @Nullable Object> facts(User user, UserChange change) {
        var facts = UserFacts.of(user);
        if (change.ofLinks()) {
            facts.putAll(links.facts(user));
        }
        return facts;
    }
}

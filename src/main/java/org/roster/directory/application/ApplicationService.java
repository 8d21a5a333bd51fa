package org.roster.directory.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.credential.Secrets;
import org.roster.directory.Checks;
import org.roster.directory.Field;
import org.roster.directory.FreshIds;
import org.roster.directory.query.Cursors;
import org.roster.directory.query.Page;
import org.roster.directory.query.PageReader;
import org.roster.event.Changes;
import org.roster.event.Facts;
import org.roster.persistence.Shared;
import org.roster.persistence.Transactions;
import org.roster.persistence.Violations;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;
import org.roster.system.Ids;

/** What can be done to applications. Each public method that writes is one transaction and leaves one event. */
@ApplicationScoped
public class ApplicationService {

    private static final String KIND = "application";
    private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9._~-]{1,128}");
    private static final int MAX_SECRETS = 5;
    private static final int MIN_SECRET = 16;

    @Inject
    ApplicationRepository applications;

    @Inject
    Transactions transactions;

    @Inject
    Changes changes;

    @Inject
    Secrets secrets;

    @Inject
    Cursors cursors;

    @Inject
    PageReader reader;

    @Inject
    FreshIds ids;

    @Inject
    @Shared
    Clock clock;

    /** @throws Refusal {@link Reason#APPLICATION_UNKNOWN} */
    public Application require(UUID tenant, UUID id) {
        return applications.byId(tenant, id).orElseThrow(ApplicationService::unknown);
    }

    /** @throws Refusal {@link Reason#APPLICATION_UNKNOWN} */
    public Application requireByClientId(UUID tenant, String clientId) {
        return applications
                .byClientId(clientId)
                .filter(application -> application.tenantId().equals(tenant))
                .orElseThrow(ApplicationService::unknown);
    }

    /** The applications with these ids; those that there are. */
    public List<Application> byIds(UUID tenant, Collection<UUID> wanted) {
        return applications.byIds(tenant, wanted);
    }

    /**
     * The applications with these ids.
     *
     * @throws Refusal {@link Reason#APPLICATION_UNKNOWN} when one of them is not an application of the tenant
     */
    public List<Application> requireAll(UUID tenant, Collection<UUID> wanted) {
        var found = applications.byIds(tenant, wanted);
        if (found.size() != new HashSet<>(wanted).size()) {
            throw unknown();
        }
        return found;
    }

    /** The applications of many users, in the order of their making; a user without any is not among the keys. */
    public Map<UUID, List<Application>> ofUsers(UUID tenant, Collection<UUID> users) {
        return applications.ofUsers(tenant, users);
    }

    /** A stretch of the tenant's applications, in the order of their making, for contracts that count. */
    public List<Application> slice(UUID tenant, ApplicationFilter filter, int offset, int limit) {
        return reader.slice(
                limit,
                Application::weight,
                (last, most) -> last == null
                        ? applications.slice(tenant, filter, offset, most)
                        : applications.find(tenant, filter, last.id(), most));
    }

    public long count(UUID tenant, ApplicationFilter filter) {
        return applications.count(tenant, filter);
    }

    /** The secrets of an application: their hints and ends, never themselves. */
    public List<ClientSecret> secrets(UUID application) {
        return applications.secrets(application);
    }

    /** A page of the tenant's applications, in the order of their making. */
    public Page<Application> find(
            Caller caller, UUID tenant, ApplicationFilter filter, @Nullable String cursor, int limit) {
        var binding = "applications " + tenant + ' ' + caller.id() + ' ' + filter;
        var last = cursor == null
                ? null
                : UUID.fromString(cursors.decode(binding, cursor).get(0));
        return reader.page(
                limit,
                Application::weight,
                (one, most) -> applications.find(tenant, filter, one == null ? last : one.id(), most),
                one -> cursors.encode(binding, one.id().toString()));
    }

    /**
     * Adds an application, with a secret if it is confidential.
     *
     * @throws Refusal {@link Reason#APPLICATION_NAME_TAKEN}, {@link Reason#CLIENT_ID_TAKEN},
     *     {@link Reason#RIGHTS_EXCEEDED} for a scope that the caller does not hold, {@link Reason#VALUE_INVALID}
     */
    public IssuedApplication add(Caller caller, NewApplication request) {
        Checks.name("name", request.name(), 128);
        Checks.text("description", request.description(), 1000);
        Checks.mayGive(caller, "scopes", request.scopes());
        request.redirectUris().forEach(ApplicationService::checkRedirect);
        checkLife(request.accessTokenSeconds());
        checkGrants(request.confidential(), request.grantTypes());
        var clientId = request.clientId() == null ? Ids.next().toString() : request.clientId();
        if (!CLIENT_ID.matcher(clientId).matches()) {
            throw Refusal.invalid("clientId", "must be 1 to 128 letters, digits, dots, hyphens, underscores or tildes");
        }
        var secret = request.confidential() ? firstSecret(request) : null;
        return unique(request.tenant(), request.name(), clientId, request.id(), () -> {
            var now = clock.instant();
            var id = ids.next(request.tenant(), request.id(), Application.class);
            var application = new Application(id, request, clientId, now);
            applications.add(application);
            if (secret != null) {
                applications.add(newSecret(application.id(), secret, now));
            }
            changes.created(caller, application.tenantId(), KIND, application.id(), facts(application));
            return new IssuedApplication(application, secret);
        });
    }

    /**
     * Changes an application. A caller who does not hold all of its scopes, old and new, may not touch it.
     *
     * @throws Refusal {@link Reason#APPLICATION_UNKNOWN}, {@link Reason#APPLICATION_NAME_TAKEN},
     *     {@link Reason#RIGHTS_EXCEEDED}, {@link Reason#VERSION_STALE}, {@link Reason#VALUE_INVALID}
     */
    public Application change(Caller caller, UUID tenant, UUID id, ApplicationChange change, @Nullable Long expected) {
        change.name.ifValue(name -> Checks.name("name", name, 128));
        Checks.text("description", change.description.value(), 1000);
        change.scopes.ifValue(scopes -> Checks.mayGive(caller, "scopes", scopes));
        change.redirectUris.ifValue(uris -> uris.forEach(ApplicationService::checkRedirect));
        checkLife(change.accessTokenSeconds.value());
        return unique(tenant, change.name.value(), null, null, () -> {
            var application = require(tenant, id);
            Checks.version(expected, application.version());
            Checks.outranks(caller, application.scopes(), "the application");
            change.grantTypes.ifValue(types -> checkGrants(application.confidential(), types));
            var before = facts(application);
            application.change(change, clock.instant());
            applications.flush();
            changes.updated(caller, tenant, KIND, id, before, facts(application));
            return application;
        });
    }

    /** Adds scopes to an application, keeping those that it has. */
    public void grow(Caller caller, UUID tenant, UUID id, Set<String> more) {
        var scopes = new LinkedHashSet<>(require(tenant, id).scopes());
        scopes.addAll(more);
        var change = new ApplicationChange().scopes(Field.of(scopes));
        change(caller, tenant, id, change, null);
    }

    /**
     * Gives a confidential application a new secret. Those that it has stay good for a while, so that it can change over
     * without an outage.
     *
     * @param overlap how long the present secrets stay good; zero ends them at once
     * @throws Refusal {@link Reason#APPLICATION_UNKNOWN}, {@link Reason#RIGHTS_EXCEEDED}, {@link Reason#VERSION_STALE},
     *     {@link Reason#VALUE_INVALID} for a public client, which has no secret
     */
    public IssuedApplication rotateSecret(
            Caller caller, UUID tenant, UUID id, Duration overlap, @Nullable Long expected) {
        var secret = secrets.next();
        return transactions.write(() -> {
            var application = require(tenant, id);
            Checks.version(expected, application.version());
            Checks.outranks(caller, application.scopes(), "the application");
            if (!application.confidential()) {
                throw Refusal.invalid("id", "a public client has no secret");
            }
            var now = clock.instant();
            retire(applications.secrets(id), now, now.plus(overlap));
            applications.add(newSecret(id, secret, now));
            application.secretsChanged(now);
            applications.flush();
            var facts = Facts.of("hint", Secrets.hint(secret))
                    .and("overlapSeconds", overlap.toSeconds())
                    .map();
            changes.happened(caller, tenant, "application.secret_rotated", KIND, id, facts);
            return new IssuedApplication(application, secret);
        });
    }

    /**
     * Removes an application with its secrets and assignments.
     *
     * @throws Refusal {@link Reason#APPLICATION_UNKNOWN}, {@link Reason#RIGHTS_EXCEEDED}, {@link Reason#VERSION_STALE},
     *     {@link Reason#APPLICATION_IN_USE}
     */
    public void remove(Caller caller, UUID tenant, UUID id, @Nullable Long expected) {
        try {
            transactions.run(() -> {
                var application = require(tenant, id);
                Checks.version(expected, application.version());
                Checks.outranks(caller, application.scopes(), "the application");
                var facts = facts(application);
                applications.remove(application);
                changes.deleted(caller, tenant, KIND, id, facts);
            });
        } catch (RuntimeException e) {
            if (Violations.reference(e)) {
                throw new Refusal(
                        Reason.APPLICATION_IN_USE, null, "groups or API keys still belong to the application");
            }
            throw e;
        }
    }

    private <T> T unique(
            UUID tenant, @Nullable String name, @Nullable String clientId, @Nullable UUID id, Supplier<T> work) {
        try {
            return transactions.write(work);
        } catch (RuntimeException e) {
            if (!Violations.unique(e)) {
                throw e;
            }
            ids.check(id, Application.class);
            // Asked afterwards, and only on a conflict: which of the two unique keys was it?
            boolean client =
                    clientId != null && applications.byClientId(clientId).isPresent();
            throw client && (name == null || applications.byName(tenant, name).isEmpty())
                    ? new Refusal(Reason.CLIENT_ID_TAKEN, "clientId", "another application has this client identifier")
                    : new Refusal(
                            Reason.APPLICATION_NAME_TAKEN, "name", "another application of the tenant has this name");
        }
    }

    private String firstSecret(NewApplication request) {
        if (request.secret() == null) {
            return secrets.next();
        }
        if (request.secret().length() < MIN_SECRET) {
            throw Refusal.invalid("clientSecret", "must have at least " + MIN_SECRET + " characters");
        }
        return request.secret();
    }

    private ClientSecret newSecret(UUID application, String secret, Instant now) {
        return new ClientSecret(Ids.next(), application, secrets.hash(secret), Secrets.hint(secret), now);
    }

    /** Ends the present secrets, and clears away those that are over or too many. */
    private void retire(List<ClientSecret> present, Instant now, Instant end) {
        int surplus = present.size() - (MAX_SECRETS - 1);
        for (var secret : present) {
            if (!secret.good(now) || surplus > 0) {
                applications.remove(secret);
                surplus--;
            } else {
                secret.end(end);
            }
        }
    }

    private static void checkGrants(boolean confidential, Set<GrantType> types) {
        if (!confidential && types.contains(GrantType.CLIENT_CREDENTIALS)) {
            throw Refusal.invalid("grantTypes", "a public client cannot use client_credentials (RFC 6749 section 4.4)");
        }
    }

    /** Absolute, without a fragment (RFC 6749 section 3.1.2); compared later character by character. */
    private static void checkRedirect(String redirect) {
        try {
            var uri = new URI(redirect);
            boolean loopback = "localhost".equals(uri.getHost()) || "127.0.0.1".equals(uri.getHost());
            boolean scheme = "https".equals(uri.getScheme())
                    || "http".equals(uri.getScheme()) && loopback
                    || uri.getScheme() != null && uri.getScheme().contains(".");
            boolean good = redirect.length() <= 2000
                    && scheme
                    && uri.getRawFragment() == null
                    && uri.getRawUserInfo() == null
                    && (uri.getHost() != null || uri.getScheme().contains("."));
            if (good) {
                return;
            }
        } catch (URISyntaxException e) {
            // refused below, with all the others
        }
        throw Refusal.invalid(
                "redirectUris",
                "must be absolute https addresses without a fragment, http on loopback, or schemes with a dot");
    }

    private static void checkLife(@Nullable Integer seconds) {
        if (seconds != null && (seconds < 60 || seconds > 3600)) {
            throw Refusal.invalid("accessTokenSeconds", "must be from 60 to 3600");
        }
    }

    private static Refusal unknown() {
        return new Refusal(Reason.APPLICATION_UNKNOWN, KIND, "there is no such application");
    }

    private static Map<String, @Nullable Object> facts(Application application) {
        return Facts.of("name", application.name())
                .and("description", application.description())
                .and("status", application.status())
                .and("clientId", application.clientId())
                .and("confidential", application.confidential())
                .and("grantTypes", application.grantTypes())
                .and("scopes", application.scopes())
                .and("redirectUris", application.redirectUris())
                .and("accessTokenSeconds", application.accessTokenSeconds())
                .and("selfRegistration", application.selfRegistration())
                .and("customData", application.customData())
                .andIf("extras", application.extras().isEmpty() ? null : application.extras())
                .map();
    }
}

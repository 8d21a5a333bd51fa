package org.roster.contract.econtext.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.roster.contract.econtext.user.EcontextUserPages;
import org.roster.directory.apikey.ApiKey;
import org.roster.directory.apikey.ApiKeyService;
import org.roster.directory.application.Application;
import org.roster.directory.application.ApplicationService;
import org.roster.directory.group.Group;
import org.roster.directory.group.GroupService;
import org.roster.directory.user.SignInService;
import org.roster.directory.user.SignInService.Verdict;
import org.roster.directory.user.User;
import org.roster.directory.user.UserService;
import org.roster.http.Exchange;
import org.roster.token.GrantService;

/** Decides log-ins to applications: whose credential it is, and whether that user is a member. */
@ApplicationScoped
class EcontextLogIns {

    @Inject
    SignInService signIn;

    @Inject
    ApiKeyService apiKeys;

    @Inject
    UserService users;

    @Inject
    ApplicationService applications;

    @Inject
    GroupService groups;

    @Inject
    GrantService grants;

    @Inject
    EcontextAttempts attempts;

    @Inject
    EcontextUserPages pages;

    @Inject
    Exchange exchange;

    /** What is said of a log-in that is good. */
    Optional<EcontextAuthentication> attempt(UUID tenant, EcontextLogIn logIn) {
        var good = attempts.allowed(tenant, logIn)
                ? holder(tenant, logIn).flatMap(user -> into(user, logIn.application()))
                : Optional.<EcontextAuthentication>empty();
        if (good.isEmpty()) {
            attempts.failed(tenant, logIn);
        }
        return good;
    }

    private Optional<User> holder(UUID tenant, EcontextLogIn logIn) {
        var pair = logIn.credential();
        return switch (logIn.type()) {
            case "username" -> ofPassword(tenant, pair.username(), pair.password());
            case "apikey" -> ofKey(tenant, pair.username(), pair.password());
            default -> Optional.empty();
        };
    }

    private Optional<User> ofPassword(UUID tenant, String name, String password) {
        var attempt = signIn.attempt(exchange.source(), tenant, name, password);
        return attempt.verdict() == Verdict.GOOD && !password.isBlank()
                ? Optional.ofNullable(attempt.user())
                : Optional.empty();
    }

    private Optional<User> ofKey(UUID tenant, String id, String secret) {
        return apiKeys.open(id, secret)
                .map(ApiKeyService.Opened::apiKey)
                .filter(key -> key.tenantId().equals(tenant))
                .map(ApiKey::userId)
                .flatMap(owner -> users.byIds(tenant, List.of(owner)).stream().findFirst());
    }

    private Optional<EcontextAuthentication> into(User user, String application) {
        return applications.ofUsers(user.tenantId(), List.of(user.id())).getOrDefault(user.id(), List.of()).stream()
                .filter(one -> one.active() && one.id().toString().equals(application))
                .findFirst()
                .map(one -> new EcontextAuthentication(true, pages.show(user), token(user, one)));
    }

    /** What the original puts into its token, signed with Roster's key instead of the application's shared secret. */
    private String token(User user, Application application) {
        var names = groups.ofUsers(user.tenantId(), List.of(user.id())).getOrDefault(user.id(), List.of()).stream()
                .filter(group -> application.id().equals(group.applicationId()))
                .map(Group::name)
                .toList();
        var claims = new LinkedHashMap<String, Object>();
        claims.put("groups", names);
        if (user.fullName() != null) {
            claims.put("name", user.fullName());
        }
        return grants.loggedIn(application, user, claims);
    }
}

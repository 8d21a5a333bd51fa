package org.roster.directory.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.roster.caller.Source;
import org.roster.credential.guard.SecretGuard;
import org.roster.directory.onetime.OneTimeTokenService;
import org.roster.directory.onetime.OneTimeTokenService.Held;
import org.roster.directory.onetime.Purpose;
import org.roster.directory.tenant.Tenant;
import org.roster.directory.tenant.TenantService;
import org.roster.directory.user.User;
import org.roster.directory.user.UserService;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/** Who comes with a one-time token, for those who show what it is good for before it is used up. */
@ApplicationScoped
public class TokenHolderService {

    @Inject
    OneTimeTokenService tokens;

    @Inject
    SecretGuard secrets;

    @Inject
    TenantService tenants;

    @Inject
    UserService users;

    /**
     * Wrong tokens are counted at the address that they come from.
     *
     * @return nothing when the token is good for none of these purposes, or its tenant is out of use
     * @throws Refusal {@link Reason#RATE_LIMITED}
     */
    public Optional<TokenHolder> find(Source from, String token, Set<Purpose> purposes) {
        var holder = tokens.whose(token, purposes).flatMap(this::holder);
        if (holder.isEmpty() && !token.isEmpty()) {
            secrets.wrong(from, null);
        }
        return holder;
    }

    /** The code of the tenant whose token this is or was; nothing when it is unknown, or its tenant out of use. */
    public Optional<String> tenantCode(String token) {
        return tokens.tenantOf(token)
                .flatMap(tenants::byId)
                .filter(Tenant::active)
                .map(Tenant::code);
    }

    private Optional<TokenHolder> holder(Held held) {
        return tenants.byId(held.tenant())
                .filter(Tenant::active)
                .flatMap(tenant -> users.byId(held.ticket().user()).map(user -> holder(held, tenant, user)));
    }

    private static TokenHolder holder(Held held, Tenant tenant, User user) {
        return new TokenHolder(
                tenant.id(),
                tenant.code(),
                tenant.name(),
                held.ticket().purpose(),
                user.username(),
                user.givenName() == null ? user.displayName() : user.givenName(),
                user.locale(),
                held.ticket().detail());
    }
}

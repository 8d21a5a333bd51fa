package org.roster.start;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.roster.caller.Caller;
import org.roster.caller.Scopes;
import org.roster.credential.Secrets;
import org.roster.directory.application.ApplicationFilter;
import org.roster.directory.application.ApplicationService;
import org.roster.directory.application.GrantType;
import org.roster.directory.application.NewApplication;
import org.roster.directory.group.GroupService;
import org.roster.directory.group.NewGroup;
import org.roster.directory.tenant.NewTenant;
import org.roster.directory.tenant.Tenant;
import org.roster.directory.tenant.TenantService;
import org.roster.directory.user.NewUser;
import org.roster.directory.user.UserService;
import org.roster.persistence.Transactions;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;
import org.roster.system.FirstAccounts;

/**
 * Fills an empty directory: the default tenant, an administrator in a group that holds every right, and a client that
 * may do everything. Their secrets are the operator's or random; there is no default password (R40).
 */
@ApplicationScoped
class FirstStart {

    private static final String ADMINISTRATORS = "administrators";
    private static final String DEFAULT_EMAIL = "admin@roster.example";

    @Inject
    TenantService tenants;

    @Inject
    UserService users;

    @Inject
    GroupService groups;

    @Inject
    ApplicationService applications;

    @Inject
    Transactions transactions;

    @Inject
    Secrets secrets;

    @Inject
    FirstAccounts wanted;

    /**
     * How to begin, shown once.
     *
     * @param passwordShown whether the password was made here rather than set by the operator
     * @param secretShown likewise for the client's secret
     */
    record Credentials(
            String username,
            String password,
            boolean passwordShown,
            String clientId,
            String clientSecret,
            boolean secretShown) {

        @Override
        public String toString() {
            return "Credentials";
        }
    }

    /** Fills the directory if it is empty; of nodes that start together, one does. */
    Optional<Credentials> run() {
        if (tenants.byCode(Tenant.DEFAULT_CODE).isPresent()) {
            return Optional.empty();
        }
        var credentials = new Credentials(
                "admin",
                wanted.adminPassword().orElseGet(secrets::next),
                wanted.adminPassword().isEmpty(),
                wanted.clientId(),
                wanted.clientSecret().orElseGet(secrets::next),
                wanted.clientSecret().isEmpty());
        try {
            // One transaction: a start that is cut off in the middle begins anew at the next.
            transactions.run(() -> fill(credentials));
            return Optional.of(credentials);
        } catch (Refusal refusal) {
            if (refusal.reason() == Reason.TENANT_CODE_TAKEN) {
                return Optional.empty(); // another node has done it at the same instant
            }
            throw new IllegalStateException("the first start failed: " + refusal.detail(), refusal);
        }
    }

    /** Lets the bootstrap client and the administrators have what a newer version of Roster enforces. */
    void grow() {
        var tenant = tenants.byCode(Tenant.DEFAULT_CODE).orElseThrow().id();
        var system = Caller.system(tenant, "start");
        groups.byCode(tenant, ADMINISTRATORS).ifPresent(group -> {
            if (!group.permissions().containsAll(Scopes.all())) {
                groups.grow(system, tenant, group.id(), Scopes.all());
            }
        });
        var clientId = wanted.clientId();
        applications
                .find(system, tenant, new ApplicationFilter(null, clientId, null, null), null, 1)
                .items()
                .forEach(client -> {
                    if (!client.scopes().containsAll(Scopes.all())) {
                        applications.grow(system, tenant, client.id(), Scopes.all());
                    }
                });
    }

    private void fill(Credentials credentials) {
        var nobody = Caller.system(new UUID(0, 0), "start");
        var tenant = tenants.add(nobody, new NewTenant(Tenant.DEFAULT_CODE, "Default", null, Map.of()))
                .id();
        var system = Caller.system(tenant, "start");
        var administrators = groups.add(
                system,
                new NewGroup(
                        tenant,
                        "Administrators",
                        ADMINISTRATORS,
                        "Hold every right of this Roster",
                        Scopes.all(),
                        null,
                        Map.of()));
        var email = wanted.adminEmail().orElse(DEFAULT_EMAIL);
        users.add(
                system,
                NewUser.of(tenant, credentials.username())
                        .email(email)
                        .names("Roster", "Administrator")
                        .password(credentials.password())
                        .passwordFloor(wanted.adminPassword().isEmpty() ? 15 : 8)
                        .groups(Set.of(administrators.id())));
        applications.add(
                system,
                new NewApplication(
                        tenant,
                        "Bootstrap",
                        "The first client; it may do everything",
                        credentials.clientId(),
                        credentials.clientSecret(),
                        true,
                        Set.of(GrantType.CLIENT_CREDENTIALS, GrantType.PASSWORD, GrantType.REFRESH_TOKEN),
                        Scopes.all(),
                        List.of(),
                        null,
                        false,
                        Map.of()));
    }
}

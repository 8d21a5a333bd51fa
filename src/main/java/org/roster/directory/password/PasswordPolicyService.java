package org.roster.directory.password;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.constraint.Names;
import org.roster.credential.policy.NewPassword;
import org.roster.credential.policy.PasswordPolicy;
import org.roster.credential.policy.PasswordRules;
import org.roster.credential.policy.PolicyStore;
import org.roster.directory.tenant.Tenant;
import org.roster.directory.tenant.TenantService;
import org.roster.event.Changes;
import org.roster.event.Facts;
import org.roster.persistence.Transactions;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/** What tenants ask of passwords. Each method that writes is one transaction and leaves one event. */
@ApplicationScoped
public class PasswordPolicyService {

    private static final int LONGEST_LEAST = 128;
    private static final int MOST_WORDS = 100;

    @Inject
    TenantService tenants;

    @Inject
    PolicyStore policies;

    @Inject
    PasswordPolicy policy;

    @Inject
    Transactions transactions;

    @Inject
    Changes changes;

    /** @throws Refusal {@link Reason#TENANT_UNKNOWN} */
    public PasswordRules of(Caller caller, String tenant) {
        return policies.of(tenants.require(caller, tenant).id());
    }

    /**
     * Puts new rules in place of those of a tenant. Passwords that are set already stay good.
     *
     * @throws Refusal {@link Reason#TENANT_UNKNOWN}, {@link Reason#VALUE_INVALID}
     */
    public PasswordRules put(Caller caller, String tenant, PasswordRules rules) {
        check(rules);
        return transactions.write(() -> {
            var of = tenants.require(caller, tenant);
            policies.put(of.id(), rules);
            changed(caller, of.id(), rules);
            return rules;
        });
    }

    /** @throws Refusal {@link Reason#TENANT_UNKNOWN} */
    public void remove(Caller caller, String tenant) {
        transactions.run(() -> {
            var of = tenants.require(caller, tenant);
            policies.remove(of.id());
            changed(caller, of.id(), PasswordRules.NONE);
        });
    }

    /** What would be said of a password that somebody in the caller's tenant chose; it is neither kept nor logged. */
    public PasswordPolicy.Opinion opinion(
            Caller caller, String password, @Nullable String username, @Nullable String email) {
        var words = words(caller.tenant());
        return policy.opinion(password, new NewPassword(caller.tenant(), caller.via(), null, username, email, words));
    }

    /** The words by which a tenant is known. */
    private List<String> words(UUID tenant) {
        return tenants.byId(tenant).map(Tenant::words).orElse(List.of());
    }

    private void changed(Caller caller, UUID tenant, PasswordRules rules) {
        var facts = Facts.of("minLength", rules.minLength())
                .and("minStrength", rules.minStrength())
                .and("history", rules.history())
                .and("words", rules.words())
                .and("contracts", new ArrayList<>(rules.contracts().keySet()))
                .map();
        changes.happened(caller, tenant, "tenant.password_policy_changed", "tenant", tenant, facts);
    }

    private static void check(PasswordRules rules) {
        within("minLength", rules.minLength(), 8, LONGEST_LEAST);
        within("minStrength", rules.minStrength(), 0, 4);
        within("history", rules.history(), 0, 10);
        rules.contracts().forEach((contract, least) -> within("contracts." + contract, least, 1, LONGEST_LEAST));
        if (rules.words().size() > MOST_WORDS) {
            throw Refusal.invalid("contextWords", "must be at most " + MOST_WORDS);
        }
        for (String word : rules.words()) {
            if (word.length() < 4 || word.length() > 64 || !Names.singleLine(word)) {
                throw Refusal.invalid("contextWords", "must each have 4 to 64 visible characters");
            }
        }
    }

    private static void within(String field, @Nullable Integer value, int least, int most) {
        if (value != null && (value < least || value > most)) {
            throw Refusal.invalid(field, "must be from " + least + " to " + most);
        }
    }
}

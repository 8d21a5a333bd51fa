package org.roster.contract.urac;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.constraint.Names;
import org.roster.directory.tenant.Tenant;
import org.roster.directory.tenant.TenantService;
import org.roster.http.FailureException;
import org.roster.system.Ids;

/**
 * Tenants as requests name them: by an id of 24 hexadecimal digits, or a UUID, and a code. That is a claim, checked
 * against what the caller may see; an unknown tenant and one of somebody else's are one answer.
 */
@ApplicationScoped
public class UracTenants {

    @Inject
    TenantService tenants;

    /**
     * The tenant with this id and this code.
     *
     * @throws FailureException {@link UracError#TENANT_INVALID}, also when the two are not of one tenant
     */
    public Tenant named(Caller caller, String id, String code) {
        return visible(caller, id)
                .filter(tenant -> Names.fold(tenant.code()).equals(Names.fold(code)))
                .orElseThrow(UracError.TENANT_INVALID::refusal);
    }

    /**
     * The tenant with this id, or the caller's own if none is named.
     *
     * @throws FailureException {@link UracError#TENANT_INVALID}
     */
    public Tenant named(Caller caller, @Nullable String id) {
        return id == null ? own(caller) : visible(caller, id).orElseThrow(UracError.TENANT_INVALID::refusal);
    }

    public Tenant own(Caller caller) {
        return tenants.byId(caller.tenant()).orElseThrow();
    }

    private Optional<Tenant> visible(Caller caller, String id) {
        return Ids.parse(id)
                .flatMap(tenants::byId)
                .or(() -> tenants.byObjectId(id))
                .filter(tenant -> caller.platform() || tenant.id().equals(caller.tenant()));
    }
}

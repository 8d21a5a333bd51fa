package org.roster.contract.urac.guest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.contract.urac.UracError;
import org.roster.contract.urac.UracIds;
import org.roster.contract.urac.UracTenants;
import org.roster.contract.urac.group.Codes;
import org.roster.contract.urac.input.Taken;
import org.roster.directory.guest.GuestService;
import org.roster.directory.guest.Stay;
import org.roster.directory.pin.PinChange;
import org.roster.directory.tenant.Tenant;
import org.roster.directory.tenant.TenantService;
import org.roster.directory.user.User;

/** The invited tenants of a user's config, as requests spell them. */
@ApplicationScoped
public class Places {

    @Inject
    UracTenants tenants;

    @Inject
    TenantService directory;

    @Inject
    GuestService guests;

    @Inject
    Codes codes;

    /**
     * The tenants that a user is to be a guest of; null where the config does not speak of them.
     *
     * @throws org.roster.http.FailureException {@link UracError#TENANT_INVALID} for one that the caller may not see,
     *     unless the user is a guest there already: what a client has read it may send back
     */
    public @Nullable List<Stay> wanted(Caller caller, User user, Taken config) {
        if (!config.has("allowedTenants")) {
            return null;
        }
        var present = guests.tenantsOf(user.id());
        return config.parts("allowedTenants").stream()
                .map(place -> stay(caller, present, place))
                .toList();
    }

    /** What a request says of a pin; null where it says nothing. */
    public static @Nullable PinChange pin(@Nullable Taken pin) {
        return pin == null ? null : new PinChange(pin.textOrNull("code"), pin.flagOrNull("allowed"));
    }

    private Stay stay(Caller caller, List<UUID> present, Taken place) {
        var named = place.part("tenant");
        var id = named == null ? null : named.textOrNull("id");
        if (named == null || id == null) {
            throw UracError.TENANT_INVALID.refusal();
        }
        var tenant = ofPresent(present, id).map(Tenant::id).orElseGet(() -> tenants.named(caller, id)
                .id());
        return new Stay(tenant, codes.ids(tenant, place.texts("groups")), pin(named.part("pin")));
    }

    private Optional<Tenant> ofPresent(List<UUID> present, String id) {
        return directory.byObjectId(UracIds.alias(id)).filter(tenant -> present.contains(tenant.id()));
    }
}

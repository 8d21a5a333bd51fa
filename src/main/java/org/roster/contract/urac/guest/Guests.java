package org.roster.contract.urac.guest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.roster.contract.urac.UracError;
import org.roster.contract.urac.UracIds;
import org.roster.contract.urac.user.Selector;
import org.roster.directory.guest.StayService;
import org.roster.directory.user.User;

/** Guests of a tenant as the newer edition names them. Users who are none are unknown, wherever they are at home. */
@ApplicationScoped
public class Guests {

    @Inject
    StayService stays;

    public Optional<User> find(UUID tenant, Selector selector) {
        return selector.member().equals("id")
                ? stays.guest(tenant, UracIds.alias(selector.value()))
                : stays.guestNamed(tenant, selector.value());
    }

    /** @throws org.roster.http.FailureException {@link UracError#NEW_USER_UNKNOWN} */
    User require(UUID tenant, Selector selector) {
        return find(tenant, selector).orElseThrow(UracError.NEW_USER_UNKNOWN::refusal);
    }
}

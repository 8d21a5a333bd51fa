package org.roster.directory.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.directory.guest.Stay;
import org.roster.directory.guest.StayService;
import org.roster.directory.pin.PinChange;
import org.roster.directory.pin.PinService;
import org.roster.directory.user.User;
import org.roster.directory.user.UserChange;
import org.roster.directory.user.UserService;
import org.roster.refusal.Refusal;

/** A user's whole record at once: the user, its pin, and the tenants that it is a guest of. */
@ApplicationScoped
public class RecordService {

    @Inject
    UserService users;

    @Inject
    PinService pins;

    @Inject
    StayService stays;

    /**
     * Changes a user with all that belongs to it, or nothing.
     *
     * @param pin what is to change about its pin at home, or null
     * @param wanted the tenants that it is to be a guest of and no others, or null to leave them
     * @throws Refusal as {@link UserService#change}, {@link PinService#set} and {@link StayService#settle}
     */
    public void change(
            Caller caller, User user, UserChange change, @Nullable PinChange pin, @Nullable List<Stay> wanted) {
        users.change(caller, user.tenantId(), user.id(), change, null, changed -> {
            if (pin != null) {
                pins.set(caller, changed.tenantId(), changed.id(), pin.code(), pin.allowed());
            }
            if (wanted != null) {
                stays.settle(caller, changed.id(), wanted);
            }
            return changed;
        });
    }
}

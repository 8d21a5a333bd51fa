package org.roster.contract.urac.user;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.contract.urac.UracError;
import org.roster.contract.urac.input.Taken;
import org.roster.directory.pin.NewPin;
import org.roster.directory.user.NewUser;
import org.roster.http.FailureException;

/** What an administrator asks for with {@code addUser}. */
final class UracNewUser {

    private final Taken in;

    private UracNewUser(Taken in) {
        this.in = in;
    }

    /**
     * The original's own checks, in its order; those of the fields were the mask's.
     *
     * @throws FailureException {@link UracError#PROFILE_UNREADABLE}, {@link UracError#PENDING_WITH_PASSWORD},
     *     {@link UracError#CONFIRMATION_DIFFERS}
     */
    static UracNewUser of(Taken in) {
        var password = Objects.requireNonNullElse(in.textOrNull("password"), "");
        boolean given = !password.isEmpty();
        if (in.textOrNull("profile") != null) {
            throw UracError.PROFILE_UNREADABLE.refusal();
        }
        if (given == in.text("status").equals("pendingNew")) {
            throw UracError.PENDING_WITH_PASSWORD.refusal();
        }
        if (given && !password.equals(in.textOrNull("confirmation"))) {
            throw UracError.CONFIRMATION_DIFFERS.refusal();
        }
        return new UracNewUser(in);
    }

    boolean pending() {
        return in.text("status").equals("pendingNew");
    }

    Set<String> groups() {
        return in.texts("groups");
    }

    /** The pin; true in the place of its digits asks for one to be drawn, as in later releases. */
    @Nullable
    NewPin pin() {
        var pin = in.part("pin");
        return pin == null ? null : new NewPin(pin.textOrNull("code"), pin.flag("allowed"));
    }

    /** The directory's wish. As in the original, the password of somebody who is added as inactive is not kept. */
    NewUser wish(UUID tenant, Set<UUID> groups) {
        return NewUser.of(tenant, in.text("username"))
                .email(in.text("email"))
                .names(in.text("firstName"), in.text("lastName"))
                .status(UracStatus.meant(in.text("status")))
                .profile(in.map("profile"))
                .groups(groups)
                .password(in.text("status").equals("active") ? in.textOrNull("password") : null)
                .passwordFloor(1); // none is published; a tenant's own policy is a rule
    }

    @Override
    public String toString() {
        return "UracNewUser"; // never the password or the pin
    }
}

package org.roster.directory.pin;

import org.jspecify.annotations.Nullable;

/**
 * What is to change about a pin.
 *
 * @param code the new pin, or null to keep the present one
 * @param allowed whether the user may sign in with it, or null to keep what was said before
 */
public record PinChange(@Nullable String code, @Nullable Boolean allowed) {

    @Override
    public String toString() {
        return "PinChange[allowed=" + allowed + "]"; // never the pin
    }
}

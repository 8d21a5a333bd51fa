package org.roster.directory.pin;

import org.jspecify.annotations.Nullable;

/**
 * The wish for a pin.
 *
 * @param code the pin, or null to have a free one drawn
 * @param allowed whether the user may sign in with it
 */
public record NewPin(@Nullable String code, boolean allowed) {

    @Override
    public String toString() {
        return "NewPin[allowed=" + allowed + "]"; // never the pin
    }
}

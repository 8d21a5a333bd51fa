package org.roster.contract.roster.user;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.credential.guard.LockOut;

/** How an account stands with those who try passwords at it from places that it is not known at. */
@Schema(name = "LockOut")
public record LockOutBody(
        @Schema(required = true, description = "Wrong passwords since the last right one")
        int failures,

        @Schema(nullable = true, description = "When the next one is looked at; null if at once, or not at all")
        @Nullable
        Instant nextTryAt,

        @Schema(
                required = true,
                description = "Whether none is looked at until the user logs in from a known place or sets a new"
                        + " password, or somebody deletes this")
        boolean shutOut) {

    static LockOutBody of(LockOut lockOut) {
        return new LockOutBody(lockOut.failures(), lockOut.nextTryAt(), lockOut.shutOut());
    }
}

package org.roster.contract.urac.join;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.directory.user.User;

/** Whose address was verified. */
public record UracValidated(
        String username,
        @Nullable String email,

        @Schema(examples = "57c6eb28962f94a7caab8a22") @JsonProperty("_id")
        String id) {

    static UracValidated of(User user) {
        return new UracValidated(user.username(), user.email(), user.objectId());
    }
}

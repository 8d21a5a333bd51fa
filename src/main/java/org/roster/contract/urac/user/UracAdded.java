package org.roster.contract.urac.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A user who was just added.
 *
 * @param token what lets an invited person set the password, once and within two days; absent for others
 */
@JsonInclude(Include.NON_NULL)
public record UracAdded(
        @Schema(examples = "57c6eb28962f94a7caab8a22") String id,

        @Schema(examples = "719b0aed-edd8-47d5-ada0-9e5f93cb8247") @Nullable
        String token) {

    @Override
    public String toString() {
        return "UracAdded[" + id + "]"; // never the token
    }
}

package org.roster.contract.urac.join;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has registered.
 *
 * @param token absent unless the operator lets tokens out
 */
@JsonInclude(Include.NON_NULL)
public record UracJoined(
        @Schema(examples = "57c6eb28962f94a7caab8a22") String id,
        @Nullable String token) {

    @Override
    public String toString() {
        return "UracJoined[" + id + "]"; // never the token
    }
}

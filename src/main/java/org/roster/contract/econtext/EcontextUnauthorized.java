package org.roster.contract.econtext;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to a missing or bad credential; it alone has no envelope. */
@Schema(name = "EcontextUnauthorized")
public record EcontextUnauthorized(EcontextUnauthorizedError error) {

    static final EcontextUnauthorized AUTHENTICATION_REQUIRED =
            new EcontextUnauthorized(new EcontextUnauthorizedError("401 Unauthorized", "Authentication required"));

    /** Always the same two texts. */
    @Schema(name = "EcontextUnauthorizedError")
    public record EcontextUnauthorizedError(String title, String description) {}
}

package org.roster.contract.authservice;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What went wrong, for every failure that has a body.
 *
 * @param timestamp the moment, in seconds and UTC
 * @param requestId the same as the header {@code X-Request-Id}
 * @param message the sentence for people
 * @param detail the broken rules of a request, otherwise the name of the failure
 */
@Schema(name = "AuthserviceError")
public record AuthserviceError(
        @Schema(examples = "2026-03-04T10:30:00Z") String timestamp,
        @Schema(examples = "abc123-def456") String requestId,
        @Schema(examples = "Validation failed") String message,
        @Schema(examples = "El email es obligatorio") String detail) {}

package org.roster.contract.econtext;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That something is gone. */
public record EcontextDeleted(@Schema(examples = "true") boolean deleted) {

    public static final EcontextDeleted DELETED = new EcontextDeleted(true);
}

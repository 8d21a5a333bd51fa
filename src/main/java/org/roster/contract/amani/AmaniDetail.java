package org.roster.contract.amani;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is wrong with a request as a whole, in one sentence. */
@Schema(name = "AmaniDetail")
public record AmaniDetail(@Schema(examples = "Not found.") String detail) {}

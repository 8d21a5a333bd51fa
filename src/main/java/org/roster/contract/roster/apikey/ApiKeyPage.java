package org.roster.contract.roster.apikey;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.contract.roster.Query;
import org.roster.directory.apikey.ApiKey;
import org.roster.directory.query.Page;

/** A page of API keys. */
@Schema(name = "ApiKeyPage")
public record ApiKeyPage(
        List<ApiKeyBody> items,
        @Schema(description = Query.NEXT) @Nullable String next) {

    static ApiKeyPage of(Page<ApiKey> page) {
        return new ApiKeyPage(page.items().stream().map(ApiKeyBody::of).toList(), page.next());
    }
}

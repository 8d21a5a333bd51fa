package org.roster.contract.roster.application;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.contract.roster.Query;
import org.roster.directory.application.Application;
import org.roster.directory.query.Page;

/** A page of applications. */
@Schema(name = "ApplicationPage")
public record ApplicationPage(
        List<ApplicationBody> items,
        @Schema(description = Query.NEXT) @Nullable String next) {

    static ApplicationPage of(Page<Application> page) {
        return new ApplicationPage(
                page.items().stream().map(ApplicationBody::of).toList(), page.next());
    }
}

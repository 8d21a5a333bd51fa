package org.roster.contract.roster.group;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.contract.roster.Query;
import org.roster.directory.group.Group;
import org.roster.directory.query.Page;

/** A page of groups. */
@Schema(name = "GroupPage")
public record GroupPage(
        List<GroupBody> items,
        @Schema(description = Query.NEXT) @Nullable String next) {

    static GroupPage of(Page<Group> page) {
        return new GroupPage(page.items().stream().map(GroupBody::of).toList(), page.next());
    }
}

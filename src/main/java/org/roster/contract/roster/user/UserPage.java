package org.roster.contract.roster.user;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.contract.roster.Query;
import org.roster.directory.query.Page;
import org.roster.directory.user.User;

/** A page of users. */
@Schema(name = "UserPage")
public record UserPage(
        List<UserBody> items,

        @Schema(description = Query.NEXT) @Nullable String next) {

    public static UserPage of(Page<User> page) {
        return new UserPage(page.items().stream().map(UserBody::of).toList(), page.next());
    }
}

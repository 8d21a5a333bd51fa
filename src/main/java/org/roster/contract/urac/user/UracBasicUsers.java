package org.roster.contract.urac.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.directory.user.User;

/** A stretch of the users of a tenant as colleagues see each other. */
public record UracBasicUsers(long count, int limit, int skip, List<Item> items) {

    /** The little that everybody sees of a user. */
    @Schema(name = "UracBasicUser")
    @JsonInclude(Include.NON_NULL)
    public record Item(
            @JsonProperty("_id") String id,
            @Nullable String firstName,
            @Nullable String lastName,
            Map<String, Object> profile,
            String status,
            long ts,
            @Nullable Long lastLogin) {

        static Item of(User user) {
            var last = user.lastLoginAt();
            return new Item(
                    user.objectId(),
                    user.givenName(),
                    user.familyName(),
                    user.profile(),
                    UracStatus.of(user.status()),
                    user.createdAt().toEpochMilli(),
                    last == null ? null : last.toEpochMilli());
        }
    }
}

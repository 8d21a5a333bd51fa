package org.roster.contract.urac.guest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.contract.urac.user.Selector;

/** What became of each of several users. */
public record UracInvited(List<One> succeeded, List<One> failed) {

    /** One of them, by what it was named with, and why not if not. */
    @Schema(name = "UracInvitedUser")
    @JsonInclude(Include.NON_NULL)
    public record One(
            @Nullable String id,
            @Nullable String username,
            @Nullable String email,
            @Nullable String reason) {

        static One of(Selector selector) {
            return new One(value(selector, "id"), value(selector, "username"), value(selector, "email"), null);
        }

        static One because(String reason) {
            return new One(null, null, null, reason);
        }

        One failed(@Nullable String itsId, String why) {
            return new One(itsId == null ? id : itsId, username, email, why);
        }

        private static @Nullable String value(Selector selector, String member) {
            return selector.member().equals(member) ? selector.value() : null;
        }
    }
}

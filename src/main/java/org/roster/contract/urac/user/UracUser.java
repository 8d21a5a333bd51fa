package org.roster.contract.urac.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.contract.urac.UracTenantRef;

/**
 * A user as SOAJS has it in its database, without the password.
 *
 * @param ts when it was made, in milliseconds
 * @param config absent where it is not asked for
 * @param lastLogin when it logged in last, in milliseconds; absent before
 * @param locked true while the account is locked; absent otherwise
 */
@JsonInclude(Include.NON_NULL)
public record UracUser(
        @Schema(examples = "57c6eb28962f94a7caab8a22") @JsonProperty("_id")
        String id,

        String username,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String email,

        @Schema(enumeration = {"active", "inactive", "pendingNew", "pendingJoin"})
        String status,

        Map<String, Object> profile,
        List<String> groups,
        @Nullable UracUserConfig config,
        long ts,
        UracTenantRef tenant,
        @Nullable String phone,
        @Nullable String ln,
        @Nullable Long lastLogin,
        @Nullable Boolean locked) {}

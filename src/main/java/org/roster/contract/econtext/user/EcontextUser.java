package org.roster.contract.econtext.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.contract.econtext.EcontextLinks;
import org.roster.contract.econtext.EcontextReply.EcontextResult;
import org.roster.contract.econtext.EcontextStatus;
import org.roster.contract.econtext.EcontextTime;
import org.roster.contract.econtext.apikey.EcontextApiKey;
import org.roster.contract.econtext.application.EcontextApplication;
import org.roster.contract.econtext.group.EcontextGroup;
import org.roster.directory.user.User;

/** A user as version 1 of eContext auth prints it. The last three are left out where {@code minimal} is asked for. */
@Schema(name = "EcontextUser")
public record EcontextUser(
        @Schema(examples = "a3bc334a-f9f2-4797-aaa2-1440811c0ec0")
        String id,

        @Schema(examples = "Test User") @Nullable String name,

        @Schema(examples = "test-user@econtext.ai") @Nullable
        String email,

        @Schema(examples = "test-user@econtext.ai") String username,

        @JsonProperty("custom_data") @Nullable Map<String, Object> customData,
        String href,

        @Schema(examples = "2017-04-20 15:55:08.339000+00:00") @JsonProperty("created_at")
        String createdAt,

        @Schema(examples = "2017-04-20 15:55:08.339000+00:00") @JsonProperty("modified_at")
        String modifiedAt,

        @Schema(examples = "UNVERIFIED") String status,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<EcontextApiKey> apikeys,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<EcontextApplication> applications,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<EcontextGroup> groups) {

    /** A user without what belongs to it. */
    static EcontextUser minimal(User user, EcontextLinks links) {
        return of(user, links, null, null, null);
    }

    static EcontextUser of(
            User user,
            EcontextLinks links,
            @Nullable List<EcontextApiKey> apikeys,
            @Nullable List<EcontextApplication> applications,
            @Nullable List<EcontextGroup> groups) {
        var data = user.customData();
        return new EcontextUser(
                user.id().toString(),
                user.fullName(),
                user.email(),
                user.username(),
                data.isEmpty() ? null : data,
                links.user(user.id()),
                EcontextTime.of(user.createdAt()),
                EcontextTime.of(user.updatedAt()),
                EcontextStatus.of(user.status()).name(),
                apikeys,
                applications,
                groups);
    }

    /** One user under its name. */
    @Schema(name = "EcontextOneUser")
    public record EcontextOneUser(EcontextUser user) {}

    /** Several users. */
    @Schema(name = "EcontextUsers")
    public record EcontextUsers(List<EcontextUser> users) {}

    /** The answer with several users; it is streamed. */
    @Schema(name = "EcontextUsersReply")
    public record EcontextUsersReply(EcontextResult<EcontextUsers> econtext) {}
}

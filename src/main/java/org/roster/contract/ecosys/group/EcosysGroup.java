package org.roster.contract.ecosys.group;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.directory.group.Group;

/** A group as this contract shows it; its name is the directory's code. */
@Schema(name = "EcosysGroup")
public record EcosysGroup(
        @Schema(examples = "helpdesk") String name,
        @Nullable String description) {

    static EcosysGroup of(Group group) {
        return new EcosysGroup(group.code(), group.description());
    }

    /** The envelope of one group. */
    @Schema(name = "EcosysGroupReply")
    public record Reply(
            @Schema(examples = "success") String status,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String message,

            EcosysGroup group) {

        static Reply of(@Nullable String message, Group group) {
            return new Reply("success", message, EcosysGroup.of(group));
        }
    }

    /** The envelope of one group with the user names of all who are in it; it is streamed. */
    @Schema(name = "EcosysGroupMembersReply")
    public record MembersReply(@Schema(examples = "success") String status, WithMembers group) {}

    /** A group with the user names of all who are in it. */
    @Schema(name = "EcosysGroupWithMembers")
    public record WithMembers(String name, @Nullable String description, List<String> members) {}

    /** The envelope of all groups; it is streamed. */
    @Schema(name = "EcosysGroupsReply")
    public record ListReply(@Schema(examples = "success") String status, List<EcosysGroup> groups) {}
}

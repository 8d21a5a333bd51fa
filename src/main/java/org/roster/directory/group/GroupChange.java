package org.roster.directory.group;

import java.util.Map;
import java.util.Set;
import org.roster.directory.Field;

/** What is to change about a group. Nothing changes that is not set here; each method sets one thing. */
public final class GroupChange {

    Field<String> name = Field.absent();
    Field<String> code = Field.absent();
    Field<String> description = Field.absent();
    Field<GroupStatus> status = Field.absent();
    Field<Set<String>> permissions = Field.absent();
    Field<Map<String, Object>> customData = Field.absent();
    Field<Map<String, Object>> extras = Field.absent();

    public GroupChange name(Field<String> value) {
        this.name = value;
        return this;
    }

    public GroupChange code(Field<String> value) {
        this.code = value;
        return this;
    }

    public GroupChange description(Field<String> value) {
        this.description = value;
        return this;
    }

    public GroupChange status(Field<GroupStatus> value) {
        this.status = value;
        return this;
    }

    /** All permissions that the group is to have. */
    public GroupChange permissions(Field<Set<String>> value) {
        this.permissions = value;
        return this;
    }

    public GroupChange customData(Field<Map<String, Object>> value) {
        this.customData = value;
        return this;
    }

    /** Members that one contract keeps with a group and no other shows. */
    public GroupChange extras(Field<Map<String, Object>> value) {
        this.extras = value;
        return this;
    }
}

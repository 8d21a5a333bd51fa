package org.roster.directory.group;

import java.util.Map;
import java.util.Set;
import org.roster.directory.Field;

/** What is to change about a group. */
public record GroupChange(
        Field<String> name,
        Field<String> code,
        Field<String> description,
        Field<GroupStatus> status,
        Field<Set<String>> permissions,
        Field<Map<String, Object>> customData) {}

package org.roster.directory.application;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.roster.directory.Field;

/** What is to change about an application. Its client identifier stays. */
public record ApplicationChange(
        Field<String> name,
        Field<String> description,
        Field<ApplicationStatus> status,
        Field<Set<GrantType>> grantTypes,
        Field<Set<String>> scopes,
        Field<List<String>> redirectUris,
        Field<Integer> accessTokenSeconds,
        Field<Boolean> selfRegistration,
        Field<Map<String, Object>> customData) {}

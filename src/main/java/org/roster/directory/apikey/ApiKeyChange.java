package org.roster.directory.apikey;

import java.time.Instant;
import java.util.Set;
import org.roster.directory.Field;

/** What is to change about an API key. Its owner and its secret stay. */
public record ApiKeyChange(
        Field<String> name,
        Field<String> description,
        Field<ApiKeyStatus> status,
        Field<Set<String>> scopes,
        Field<Instant> expiresAt) {}

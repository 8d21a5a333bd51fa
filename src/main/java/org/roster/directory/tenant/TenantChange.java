package org.roster.directory.tenant;

import java.util.Map;
import org.roster.directory.Field;

/** What is to change about a tenant. Its code stays. */
public record TenantChange(
        Field<String> name,
        Field<String> description,
        Field<TenantStatus> status,
        Field<Map<String, Object>> settings) {}

package org.roster.directory.tenant;

/** Whether a tenant is served. Nobody of an inactive tenant gets a token or is let in. */
public enum TenantStatus {
    ACTIVE,
    INACTIVE
}

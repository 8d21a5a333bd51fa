package org.roster.webhook;

/** Whether an endpoint is sent anything. */
public enum EndpointStatus {
    ENABLED,
    /** Nothing is queued and nothing sent; what waited before goes on when it is enabled again. */
    DISABLED
}

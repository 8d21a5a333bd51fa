package org.roster.directory.apikey;

/** Whether an API key opens anything. */
public enum ApiKeyStatus {
    ACTIVE,
    INACTIVE
}

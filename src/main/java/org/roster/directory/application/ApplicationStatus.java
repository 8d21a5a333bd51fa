package org.roster.directory.application;

/** Whether an application is served. An inactive one gets no token, and its tokens and keys stop. */
public enum ApplicationStatus {
    ACTIVE,
    INACTIVE
}

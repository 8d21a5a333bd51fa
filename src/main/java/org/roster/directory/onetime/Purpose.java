package org.roster.directory.onetime;

/** The step that a one-time token allows. A token of one purpose is worthless for another. */
public enum Purpose {
    INVITATION,
    VERIFICATION,
    PASSWORD_RESET,
    EMAIL_CHANGE,
    /** The second step of setting up a second factor: its first code. */
    SECOND_FACTOR
}

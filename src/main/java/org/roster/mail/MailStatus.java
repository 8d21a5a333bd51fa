package org.roster.mail;

/** Where a mail is on its way. */
public enum MailStatus {
    /** Waits for the dispatcher, or for its next try. */
    QUEUED,
    /** No SMTP server is configured; it is sent when one is, if its link is still good. */
    HELD,
    SENT,
    /** Given up; {@code lastError} says why. */
    FAILED
}

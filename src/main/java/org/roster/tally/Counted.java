package org.roster.tally;

/** What is counted one by one, apart from requests, refusals and events. */
public enum Counted {
    /** An access token, of whatever grant. */
    TOKEN_ISSUED,
    /** A password that was not hashed because too many others waited. */
    HASH_REFUSED,
    MAIL_SENT,
    /** A try of a mail that failed. */
    MAIL_FAILED,
    /** A webhook's delivery that its receiver has taken. */
    DELIVERY_SENT,
    /** A try of a delivery that failed. */
    DELIVERY_FAILED
}

package org.roster.webhook;

/** What has become of a delivery. */
public enum DeliveryStatus {
    /** It waits for its first try. */
    PENDING,
    /** It waits for another try. Rows say {@link #PENDING} and how many there were. */
    RETRYING,
    /** The receiver has taken it. */
    DELIVERED,
    /** Given up; somebody may send it again. */
    DEAD
}

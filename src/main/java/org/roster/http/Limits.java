package org.roster.http;

/** How much of anything a request may bring (R42). */
public final class Limits {

    /** The largest body, in bytes. */
    public static final int BODY_BYTES = 256 * 1024;

    /** The longest address with its query, in characters. */
    public static final int URI_LENGTH = 8 * 1024;

    /** The largest header, in bytes: names and values of all fields. */
    public static final int HEADER_BYTES = 32 * 1024;

    /** The longest text that is searched for, in characters; more than any field holds. */
    public static final int FILTER_LENGTH = 2048;

    /** How long a body may take from its first byte to its last, in seconds. */
    public static final int BODY_SECONDS = 10;

    /** How deep JSON may nest. */
    public static final int JSON_DEPTH = 32;

    /** The longest number in JSON, in characters. */
    public static final int JSON_NUMBER_LENGTH = 100;

    /** The longest text in JSON, in characters. */
    public static final int JSON_STRING_LENGTH = 64 * 1024;

    /** The longest name of a member in JSON, in characters. */
    public static final int JSON_NAME_LENGTH = 256;

    /** The longest array or object at any one place of a body. */
    public static final int JSON_ARRAY_LENGTH = 1000;

    private Limits() {}
}

package org.roster.kit;

/** A file of the kit that cannot be used; the message says which and why. */
public final class KitException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KitException(String message) {
        super(message);
    }
}

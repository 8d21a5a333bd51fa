package org.roster.contract.econtext;

import java.util.List;
import org.roster.http.Failure;
import org.roster.http.FailureException;

/** The ways in which this contract itself says no to a request, each as the exception that ends it. */
public final class EcontextRefusal {

    /** The message by which {@link EcontextWords} knows that a parameter is not wrong but missing. */
    static final String REQUIRED = "is required";

    private EcontextRefusal() {}

    /** A parameter that is not good, and why. */
    public static FailureException invalid(String parameter, String message) {
        return new FailureException(Failure.invalid(List.of(new Failure.Violation(parameter, message))));
    }

    /** A parameter that must be there. */
    public static FailureException missing(String parameter) {
        return invalid(parameter, REQUIRED);
    }

    /** Something else has to be done first. */
    public static FailureException conflict(String message) {
        return new FailureException(Failure.of(Failure.Kind.REFUSED, message));
    }
}

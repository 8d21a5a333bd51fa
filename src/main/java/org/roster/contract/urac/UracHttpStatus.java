package org.roster.contract.urac;

import java.util.Locale;
import java.util.Optional;

/** Which HTTP status an error has. The contract's clients read the numbers in the body; the status is the operator's choice. */
public enum UracHttpStatus {
    /** As SOAJS 2.x, of the published document's time: 200 for whatever the gateway or a service refuses. */
    SOAJS2,
    /** As SOAJS 4: 500 for whatever a service refuses, other statuses from the gateway. */
    SOAJS4,
    /** What HTTP has for it. */
    SEMANTIC;

    /** The choice of this name, in any letter case. */
    public static Optional<UracHttpStatus> of(String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "soajs2" -> Optional.of(SOAJS2);
            case "soajs4" -> Optional.of(SOAJS4);
            case "semantic" -> Optional.of(SEMANTIC);
            default -> Optional.empty();
        };
    }

    /** The status of an error. */
    int of(UracError error) {
        return switch (this) {
            case SOAJS2 -> 200;
            case SOAJS4 -> error.gatewayStatus();
            case SEMANTIC -> error.status().getStatusCode();
        };
    }
}

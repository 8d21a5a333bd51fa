package org.roster.contract.authservice;

import java.util.UUID;
import org.roster.system.Ids;

/** Ids in addresses; what is not a UUID cannot be anything's. */
public final class AuthserviceIds {

    private AuthserviceIds() {}

    public static UUID parse(String text) {
        return Ids.parse(text).orElseThrow(AuthservicePaging::wrong);
    }
}

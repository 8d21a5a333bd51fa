package org.roster.it.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Map;
import org.roster.it.Credentials;
import org.roster.it.Deployed;

/** What the exchanges of each contract need from outside, made as an administrator of a fresh Roster would make it. */
final class KitVariables extends Deployed {

    private KitVariables() {}

    static Map<String, String> of(String contract) {
        return switch (contract) {
            case "amani" -> amani();
            case "authservice" -> authservice();
            case "econtext" -> econtext();
            case "ecosys" -> ecosys();
            case "urac" -> urac();
            default -> Map.of();
        };
    }

    private static Map<String, String> amani() {
        return Map.of();
    }

    private static Map<String, String> authservice() {
        return Map.of();
    }

    private static Map<String, String> econtext() {
        return Map.of();
    }

    private static Map<String, String> ecosys() {
        return Map.of("clientId", Credentials.CLIENT_ID, "clientSecret", Credentials.CLIENT_SECRET);
    }

    private static Map<String, String> urac() {
        return Map.of();
    }

    /** The value of an Authorization header. */
    static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(UTF_8));
    }
}

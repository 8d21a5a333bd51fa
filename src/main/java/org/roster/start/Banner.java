package org.roster.start;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roster.system.Settings;

/** The block that the start prints. It is for people, so it goes to the console as it is, past the log's format. */
final class Banner {

    private static final String LINE = "-".repeat(78);

    private Banner() {}

    static void print(Settings settings, String hashing, String signing, FirstStart.@Nullable Credentials credentials) {
        var url = settings.publicUrl();
        var lines = new ArrayList<String>(List.of(
                "",
                LINE,
                "  Roster is ready      " + url,
                "  Swagger UI           " + url + "/openapi/ui",
                "  Argon2id by          " + hashing,
                "  ES256 by             " + signing));
        if (credentials != null) {
            lines.addAll(List.of(
                    "",
                    "  First start. What is secret below is shown this once:",
                    "  Administrator        " + credentials.username(),
                    "  Password             " + shown(credentials.password(), credentials.passwordShown()),
                    "  Client id            " + credentials.clientId(),
                    "  Client secret        " + shown(credentials.clientSecret(), credentials.secretShown())));
        }
        lines.add(LINE);
        System.out.println(String.join(System.lineSeparator(), lines));
    }

    private static String shown(String secret, boolean madeHere) {
        return madeHere ? secret : "(as set in the environment)";
    }
}

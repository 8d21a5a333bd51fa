package org.roster.contract.urac;

import java.util.Optional;
import java.util.UUID;
import org.roster.system.Ids;

/** Ids as requests spell them: 24 hexadecimal digits, any 12 characters (which is nobody's here), or a UUID. */
public final class UracIds {

    private UracIds() {}

    /** Whether a text has the form of an id at all, as the original's database sees it. */
    public static boolean wellFormed(String text) {
        return Ids.range(text).isPresent() || Ids.parse(text).isPresent() || text.length() == 12;
    }

    /** The alias of a UUID, or the text itself. */
    public static String alias(String text) {
        Optional<UUID> id = Ids.parse(text);
        return id.map(Ids::objectId).orElse(text);
    }
}

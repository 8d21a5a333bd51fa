package org.roster.http;

import jakarta.ws.rs.core.EntityTag;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** States and their tags: an entity's version is its strong ETag (RFC 9110 section 8.8.3). */
public final class Conditional {

    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})\"");

    private Conditional() {}

    public static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }

    /**
     * The version that {@code If-Match} asks for (RFC 9110 section 13.1.1).
     *
     * @return null when there is no such header or it is {@code *}; a version that never is when it holds other tags
     */
    public static @Nullable Long ifMatch(@Nullable String header) {
        if (header == null || header.strip().equals("*")) {
            return null;
        }
        var match = TAG.matcher(header.strip());
        return match.matches() ? Long.valueOf(match.group(1)) : Long.valueOf(-1);
    }

    /** Whether the client has this state already, by its {@code If-None-Match} (RFC 9110 section 13.1.2). */
    public static boolean unchanged(@Nullable String header, long version) {
        if (header == null) {
            return false;
        }
        for (String tag : header.split(",", -1)) {
            var bare = tag.strip().startsWith("W/") ? tag.strip().substring(2) : tag.strip();
            if (bare.equals("\"" + version + '"') || bare.equals("*")) {
                return true;
            }
        }
        return false;
    }
}

package org.roster.contract.roster;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.roster.directory.query.Page;
import org.roster.http.Limits;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;
import org.roster.system.Ids;

/** Reads path and query parameters. A parameter of the wrong form is refused by name rather than read as absent. */
public final class Query {

    /** What the published document says of the parameters that every list has. */
    public static final String TENANT = "Id or code of another tenant; for platform callers";

    public static final String LIMIT =
            "From 1 to 1000; 50 unless given. Large items may end a page before it has as many";
    public static final String CURSOR = "The `next` of the page before";
    public static final String NEXT = "Give it as `cursor` to get the page that follows; null on the last page";

    private static final int DEFAULT_LIMIT = 50;

    private Query() {}

    public static int limit(@Nullable String text) {
        return text == null ? DEFAULT_LIMIT : whole("limit", text, 1, Page.MAX);
    }

    /** A text that is searched for. */
    public static @Nullable String filter(String name, @Nullable String text) {
        if (text != null && text.length() > Limits.FILTER_LENGTH) {
            throw Refusal.invalid(name, "must have at most " + Limits.FILTER_LENGTH + " characters");
        }
        return text;
    }

    /** A whole number within bounds. */
    public static int whole(String name, String text, int least, int most) {
        if (text.matches("\\d{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw Refusal.invalid(name, "must be a whole number from " + least + " to " + most);
    }

    /** An id that has to be there and of the right form. */
    public static UUID requiredId(String name, String text) {
        return Ids.parse(text).orElseThrow(() -> Refusal.invalid(name, "must be an id in the form of a UUID"));
    }

    /** Whether a list is wanted in the order {@code desc}; {@code asc} unless given. */
    public static boolean newestFirst(@Nullable String order) {
        if (order == null || order.equals("asc")) {
            return false;
        }
        if (order.equals("desc")) {
            return true;
        }
        throw Refusal.invalid("order", "must be asc or desc");
    }

    /** A place in a sequence, from {@code least} on. */
    public static @Nullable Long place(String name, @Nullable String text, long least) {
        if (text == null) {
            return null;
        }
        if (text.matches("\\d{1,18}") && Long.parseLong(text) >= least) {
            return Long.parseLong(text);
        }
        throw Refusal.invalid(name, "must be a whole number from " + least);
    }

    /** A moment (RFC 3339). */
    public static @Nullable Instant moment(String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw Refusal.invalid(name, "must be a moment such as 2026-11-24T12:00:00Z");
        }
    }

    /** An id in a query: of the wrong form it is an error. */
    public static @Nullable UUID id(String name, @Nullable String text) {
        return text == null ? null : requiredId(name, text);
    }

    /** An id in a path: one of the wrong form names nothing, just as one that is unknown (R6). */
    public static UUID pathId(String text, Reason unknown) {
        return Ids.parse(text).orElseThrow(() -> absent(unknown));
    }

    /** The id of an API key in a path: 25 characters. */
    public static UUID keyId(String text) {
        return Ids.parseShort(text).orElseThrow(() -> absent(Reason.API_KEY_UNKNOWN));
    }

    public static <T> @Nullable T parsed(
            String name, @Nullable String text, Function<String, Optional<T>> reader, String form) {
        return text == null ? null : reader.apply(text).orElseThrow(() -> Refusal.invalid(name, "must be " + form));
    }

    public static <E extends Enum<E>> @Nullable E word(String name, @Nullable String text, Class<E> type) {
        if (text == null) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        throw Refusal.invalid(name, "must be one of " + List.of(type.getEnumConstants()));
    }

    /** The same answer that the directory gives for an unknown id. */
    public static Refusal absent(Reason unknown) {
        return switch (unknown) {
            case USER_UNKNOWN -> new Refusal(unknown, "user", "there is no such user");
            case GROUP_UNKNOWN -> new Refusal(unknown, "group", "there is no such group");
            case APPLICATION_UNKNOWN -> new Refusal(unknown, "application", "there is no such application");
            case API_KEY_UNKNOWN -> new Refusal(unknown, "api_key", "there is no such API key");
            default -> new Refusal(unknown, null, "there is nothing with this id");
        };
    }
}

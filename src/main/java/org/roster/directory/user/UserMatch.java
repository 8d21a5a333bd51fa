package org.roster.directory.user;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which users a text finds: whoever has it, in any letter case, in the e-mail address, the full name, the id, or one
 * member of the free-form data. It is taken literally.
 *
 * @param text what is looked for
 * @param member the member of the free-form data that is looked into
 * @param others users who are found in another way
 */
public record UserMatch(String text, String member, Set<UUID> others) {

    public UserMatch {
        text = text.toLowerCase(Locale.ROOT);
        others = Set.copyOf(others);
    }

    boolean finds(User user) {
        return in(user.email())
                || in(user.fullName())
                || in(user.id().toString())
                || in(Objects.toString(user.customData().get(member), null))
                || others.contains(user.id());
    }

    private boolean in(@Nullable String value) {
        return value != null && value.toLowerCase(Locale.ROOT).contains(text);
    }
}

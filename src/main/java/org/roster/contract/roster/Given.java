package org.roster.contract.roster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roster.directory.Field;
import org.roster.directory.application.GrantType;
import org.roster.refusal.Refusal;

/** Reads what a body gives: lists may be absent but hold no null, and what the directory needs cannot be taken away. */
public final class Given {

    private Given() {}

    /** The elements in their order, each once. */
    public static <T> Set<T> set(String member, @Nullable Collection<@Nullable T> given) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(list(member, given)));
    }

    public static <T> List<T> list(String member, @Nullable Collection<@Nullable T> given) {
        var whole = new ArrayList<T>();
        if (given != null) {
            for (T element : given) {
                if (element == null) {
                    throw Refusal.invalid(member, "must not hold null");
                }
                whole.add(element);
            }
        }
        return Collections.unmodifiableList(whole);
    }

    public static Map<String, Object> map(@Nullable Map<String, Object> given) {
        return Objects.requireNonNullElse(given, Map.of());
    }

    /** Grant types by their words in OAuth 2.0. */
    public static Set<GrantType> grantTypes(Collection<String> words) {
        var types = new LinkedHashSet<GrantType>();
        for (String word : words) {
            types.add(GrantType.of(word)
                    .orElseThrow(() -> Refusal.invalid(
                            "grantTypes", "must be of client_credentials, password and refresh_token")));
        }
        return types;
    }

    /** A member that a merge patch may change but not take away. */
    public static <T> Field<T> required(String member, Field<T> field) {
        if (field.given() && field.value() == null) {
            throw Refusal.invalid(member, "must not be null");
        }
        return field;
    }
}

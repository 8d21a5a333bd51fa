package org.roster.contract.ecosys.token;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roster.http.FailureException;
import org.roster.http.Form;
import org.roster.token.GrantError;
import org.roster.token.GrantRefusal;

/**
 * The parameters of a token request. PHP, on which the original runs, reads both form encodings, so Postman's
 * "form-data" and "x-www-form-urlencoded" rows are equally good; a body of any other type carries no parameters.
 */
final class TokenParameters {

    private final Map<String, String> values;

    private TokenParameters(Map<String, String> values) {
        this.values = values;
    }

    /** @throws GrantRefusal {@link GrantError#INVALID_REQUEST} for a form that cannot be read */
    static TokenParameters read(@Nullable String contentType, byte[] body) {
        var values = new LinkedHashMap<String, String>();
        form(contentType, body).values().forEach((name, given) -> {
            if (given.size() > 1) { // RFC 6749 section 3.2
                throw new GrantRefusal(GrantError.INVALID_REQUEST, "a parameter is given more than once", name);
            }
            values.put(name, given.get(0));
        });
        return new TokenParameters(values);
    }

    @Nullable
    String get(String name) {
        return values.get(name);
    }

    /** @throws GrantRefusal {@link GrantError#INVALID_REQUEST} that names the parameter */
    String require(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new GrantRefusal(GrantError.INVALID_REQUEST, "a parameter is missing", name);
        }
        return value;
    }

    private static Form form(@Nullable String contentType, byte[] body) {
        try {
            return Form.read(contentType, body);
        } catch (FailureException unreadable) {
            throw new GrantRefusal(
                    GrantError.INVALID_REQUEST, unreadable.failure().detail(), null);
        }
    }

    @Override
    public String toString() {
        return "TokenParameters" + values.keySet(); // never the secrets
    }
}

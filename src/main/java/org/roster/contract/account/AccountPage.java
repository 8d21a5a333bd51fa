package org.roster.contract.account;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.roster.text.Templates;

/** A page on its way: in a language, at a place, with what stands in it. */
final class AccountPage {

    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("utf-8");

    /** Nothing but its own style sheet and pictures in the page itself; its forms lead nowhere else, and nobody frames it. */
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self';"
                    + " frame-ancestors 'none'; base-uri 'none'";

    private static final Templates TEMPLATES = Templates.html("pages");

    private final Language language;
    private final Place place;
    private final Map<String, Object> values = new HashMap<>();

    /** @param base what the addresses of Roster begin with, where it does not stand at the root of its host */
    AccountPage(Language language, Place place, String base) {
        this.language = language;
        this.place = place;
        values.put("lang", language.tag());
        values.put("t", language.texts().all());
        values.put("tenant", place.name());
        values.put("tenantCode", place.code());
        values.put("base", base);
    }

    AccountPage with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** A text in the page's language, with the name of the place where it belongs. */
    AccountPage say(String name, String key) {
        return say(name, key, "", "");
    }

    /** The same with another value in its place. */
    AccountPage say(String name, String key, String variable, Object value) {
        // The place last: its name may be whatever its owner likes, even what looks like a variable.
        return with(
                name,
                language.texts()
                        .get(key)
                        .replace('{' + variable + '}', String.valueOf(value))
                        .replace("{tenant}", place.name()));
    }

    AccountPage error(String text) {
        return with("error", text);
    }

    Language language() {
        return language;
    }

    Response answer(int status, String template) {
        return Response.status(status)
                .type(HTML)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header("Content-Security-Policy", POLICY)
                // As bytes: a text of status 400 would be escaped as a whole by RESTEasy, which takes it for an echo.
                .entity(TEMPLATES.render(template, values).getBytes(StandardCharsets.UTF_8))
                .build();
    }
}

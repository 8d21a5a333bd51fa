package org.roster.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Texts are texts: nothing else is made into one, and what no text may hold (NUL, half a surrogate pair) is refused. */
final class StrictTexts extends SimpleModule {

    private static final long serialVersionUID = 1L;

    StrictTexts() {
        super("strict-texts");
        addDeserializer(String.class, new TextDeserializer());
    }

    /** Whether a text can be stored and sent on as it is. */
    static boolean whole(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == 0) {
                return false;
            }
            if (Character.isHighSurrogate(unit)) {
                if (++i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            } else if (Character.isLowSurrogate(unit)) {
                return false;
            }
        }
        return true;
    }

    /** Takes a JSON string only. */
    private static final class TextDeserializer extends StdScalarDeserializer<String> {

        private static final long serialVersionUID = 1L;

        TextDeserializer() {
            super(String.class);
        }

        @Override
        public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (String) context.handleUnexpectedToken(String.class, parser);
            }
            var text = parser.getText();
            if (!whole(text)) {
                throw JsonMappingException.from(parser, "a text holds NUL or half of a surrogate pair");
            }
            return text;
        }
    }
}

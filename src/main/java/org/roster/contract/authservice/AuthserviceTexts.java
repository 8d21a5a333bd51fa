package org.roster.contract.authservice;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * The texts of broken constraints: {@code ValidationMessages_es.properties}, in Spanish for everybody. Bean Validation speaks the
 * language of the request; where that is another, it leaves the keys of this contract as they are.
 */
final class AuthserviceTexts {

    private static final String KEY = "{authservice.";
    private static final ResourceBundle SPANISH = ResourceBundle.getBundle(
            "ValidationMessages",
            new Locale("es"),
            AuthserviceTexts.class.getClassLoader(),
            Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));

    private AuthserviceTexts() {}

    static String of(String message) {
        return message.startsWith(KEY) && message.endsWith("}")
                ? SPANISH.getString(message.substring(1, message.length() - 1))
                : message;
    }
}

package org.roster.contract.account;

import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.Map;
import org.roster.http.Failure;
import org.roster.http.FailureException;
import org.roster.http.Form;

/** The fields of a form of a page. A field that is missing is empty; one that comes twice is nobody's form. */
final class AccountForm {

    private final Map<String, String> values = new HashMap<>();

    private AccountForm() {}

    /** @throws FailureException {@link Failure.Kind#MALFORMED} */
    static AccountForm read(byte[] body) {
        var form = new AccountForm();
        Form.read(MediaType.APPLICATION_FORM_URLENCODED, body).values().forEach((name, given) -> {
            if (given.size() > 1 || given.get(0).indexOf('\0') >= 0) {
                throw new FailureException(
                        Failure.of(Failure.Kind.MALFORMED, "a field comes twice, or holds what no form can send"));
            }
            form.values.put(name, given.get(0));
        });
        return form;
    }

    String get(String name) {
        return values.getOrDefault(name, "");
    }

    @Override
    public String toString() {
        return "AccountForm" + values.keySet(); // never the values: one may be a password
    }
}

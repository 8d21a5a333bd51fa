package org.roster.contract.authservice;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roster.http.Failure;
import org.roster.refusal.Reason;

/**
 * What stands in {@code detail} when a request breaks rules: the bare sentences, as the published document has it, or each with its
 * field before it, as the original's code does it.
 */
final class AuthserviceDetails {

    /** The order of the published table, then that of the other records. */
    private static final List<String> FIELDS = List.of(
            "name",
            "lastName",
            "secondName",
            "email",
            "password",
            "description",
            "path",
            "icon",
            "code",
            "scopes",
            "expiresAt");

    private static final Pattern LEAST = Pattern.compile("must have at least (\\d+) characters");
    private static final Pattern MOST = Pattern.compile("must have at most (\\d+) characters");

    private AuthserviceDetails() {}

    static String of(Failure failure, boolean withField) {
        var violations = failure.violations().isEmpty() ? List.of(refused(failure)) : failure.violations();
        return violations.stream()
                .sorted(Comparator.comparingInt(AuthserviceDetails::place)
                        .thenComparing(Failure.Violation::field)
                        .thenComparing(Failure.Violation::message))
                .map(one -> (withField && !one.field().isEmpty() ? one.field() + ": " : "")
                        + AuthserviceTexts.of(one.message()))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static int place(Failure.Violation violation) {
        int place = FIELDS.indexOf(violation.field());
        return place < 0 ? FIELDS.size() : place;
    }

    /** A rule of the directory, under the name that the field has here. */
    private static Failure.Violation refused(Failure failure) {
        if (failure.reason() == Reason.PASSWORD_TOO_WEAK) {
            return new Failure.Violation("password", password(failure.detail()));
        }
        var subject = failure.subject() == null ? "" : failure.subject();
        return switch (subject) {
            case "username", "email" -> new Failure.Violation("email", "{authservice.user.email.invalid}");
            case "givenName" -> new Failure.Violation("name", "{authservice.user.name.invalid}");
            case "middleName" -> new Failure.Violation("secondName", "{authservice.user.secondName.invalid}");
            case "familyName" -> new Failure.Violation("lastName", "{authservice.user.lastName.invalid}");
            case "name" -> new Failure.Violation("name", "{authservice.user.name.invalid}");
            case "description" -> new Failure.Violation("description", "{authservice.description.invalid}");
            case "code" -> new Failure.Violation("code", "{authservice.tenant.code.invalid}");
            case "expiresAt" -> new Failure.Violation("expiresAt", "La fecha de expiración debe ser futura");
            case "scopes", "permissions" -> new Failure.Violation("scopes", "Los permisos no son válidos");
            default -> new Failure.Violation(subject, "Valor no válido");
        };
    }

    /** The rules of the password policy, which the directory says in English. */
    static String password(@Nullable String rule) {
        var text = rule == null ? "" : rule;
        var least = LEAST.matcher(text);
        if (least.matches()) {
            return "La contraseña debe tener al menos " + least.group(1) + " caracteres";
        }
        var most = MOST.matcher(text);
        if (most.matches()) {
            return "La contraseña no puede exceder " + most.group(1) + " caracteres";
        }
        return text.contains("user name")
                ? "La contraseña no puede ser el nombre de usuario ni el email"
                : "La contraseña no cumple la política de contraseñas";
    }
}

package org.roster.contract.authservice.user;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.roster.contract.authservice.apikey.AuthserviceApiKeyChange;
import org.roster.contract.authservice.apikey.AuthserviceNewApiKey;
import org.roster.contract.authservice.login.AuthserviceLogin;
import org.roster.contract.authservice.module.AuthserviceModuleChange;
import org.roster.contract.authservice.module.AuthserviceNewModule;
import org.roster.contract.authservice.permission.AuthserviceNewPermission;
import org.roster.contract.authservice.permission.AuthservicePermissionChange;
import org.roster.contract.authservice.role.AuthserviceNewRole;
import org.roster.contract.authservice.role.AuthserviceRoleChange;
import org.roster.contract.authservice.tenant.AuthserviceNewTenant;
import org.roster.contract.authservice.tenant.AuthserviceTenantChange;

class AuthserviceNewUserTest {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    static List<Class<?>> bodies() {
        return List.of(
                AuthserviceNewUser.class,
                AuthserviceUserChange.class,
                AuthserviceLogin.class,
                AuthserviceNewRole.class,
                AuthserviceRoleChange.class,
                AuthserviceNewPermission.class,
                AuthservicePermissionChange.class,
                AuthserviceNewModule.class,
                AuthserviceModuleChange.class,
                AuthserviceNewApiKey.class,
                AuthserviceApiKeyChange.class,
                AuthserviceNewTenant.class,
                AuthserviceTenantChange.class);
    }

    private static Set<String> broken(AuthserviceNewUser user) {
        return VALIDATOR.validate(user).stream()
                .map(ConstraintViolation::getPropertyPath)
                .map(Object::toString)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void everyConstraintHasItsTextInSpanish(Class<?> body) {
        var texts = ResourceBundle.getBundle("ValidationMessages", new Locale("es"));
        var messages = VALIDATOR.getConstraintsForClass(body).getConstrainedProperties().stream()
                .flatMap(property -> property.getConstraintDescriptors().stream())
                .map(constraint -> constraint.getMessageTemplate())
                .toList();

        assertThat(messages).isNotEmpty().allSatisfy(message -> assertThat(
                        texts.getString(message.replaceAll("[{}]", "")))
                .isNotBlank());
    }

    @Test
    void whatIsBlankBreaksOneRuleOnly() {
        var user = new AuthserviceNewUser(" ", "", "  ", " ", "   ");

        assertThat(VALIDATOR.validate(user)).hasSize(4);
        assertThat(broken(user)).containsExactlyInAnyOrder("name", "lastName", "email", "password");
    }

    @Test
    void anAddressIsTrimmedAndLowered() {
        assertThat(new AuthserviceNewUser("a", "b", null, "  John.DOE@Example.com ", "12345678").email())
                .isEqualTo("john.doe@example.com");
    }

    @Test
    void aPasswordKeepsItsBlanks() {
        assertThat(new AuthserviceNewUser("a", "b", null, "a@b.co", " a b c d ").password())
                .isEqualTo(" a b c d ");
    }

    @Test
    void aPasswordIsNotPrinted() {
        assertThat(new AuthserviceNewUser("a", "b", null, "a@b.co", "se cret pass").toString())
                .doesNotContain("se cret pass");
    }
}

package org.roster.constraint;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** The text is a user name that Roster takes, see {@link Names#faultOfUsername}. Null is valid: presence is another constraint's. */
@Documented
@Constraint(validatedBy = Username.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface Username {

    /** A fixed text: what the caller sent never becomes part of a message template. */
    String message() default "{org.roster.constraint.Username.message}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Asks {@link Names}. */
    class Check implements ConstraintValidator<Username, String> {

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || Names.faultOfUsername(text).isEmpty();
        }
    }
}

package org.roster.contract.urac.input;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The fields that an endpoint takes, one a line, in the order in which the original's schema has them (its own fields
 * first, then the common ones): the order in which they are named when they are missing.
 *
 * <pre>{@code
 * "tId: query.tId or body.tId; required; string"
 * "status: body.status; optional default pendingNew; string enum[active,inactive,pendingNew]"
 * "pin: body.pin; optional; object {code*: string, allowed*: boolean} closed"
 * "ids: body.ids; required; array minItems=1 of string"
 * }</pre>
 *
 * {@link RuleReader} says what may stand after the second semicolon.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Takes {

    String[] value();
}

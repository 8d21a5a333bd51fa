package org.roster.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says on a package which contract its endpoints speak. The published document asks that contract how it words each
 * failure, so that what is documented is what is answered.
 */
@Documented
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Speaks {

    /** The contract; it has a public constructor without parameters. */
    Class<? extends Contract> value();
}

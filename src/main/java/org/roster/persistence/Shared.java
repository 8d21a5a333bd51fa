package org.roster.persistence;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Marks the clock that all nodes have in common, see {@link SharedClock}. */
@Qualifier
@Retention(RUNTIME)
@Target({FIELD, METHOD})
public @interface Shared {}

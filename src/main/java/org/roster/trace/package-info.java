/** Tells, where an operator asks for it, what a request did and how long each part of it took, by OpenTelemetry. */
@NullMarked
package org.roster.trace;

import org.jspecify.annotations.NullMarked;

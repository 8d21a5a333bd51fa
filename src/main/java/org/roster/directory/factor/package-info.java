/**
 * Second factors: time-based codes from a device (RFC 6238), and recovery codes for when it is lost. What a person does about
 * them stands in {@link org.roster.directory.account}.
 */
@NullMarked
package org.roster.directory.factor;

import org.jspecify.annotations.NullMarked;

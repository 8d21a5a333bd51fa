/**
 * Mail: letters are put into an outbox in the transaction of what they tell of, and a dispatcher sends them, on whatever node
 * comes first. What they are about is decided elsewhere.
 */
@NullMarked
package org.roster.mail;

import org.jspecify.annotations.NullMarked;

/**
 * Proving who one is: password hashing in a bounded pool, password policy, and the keyed hashes of random secrets. Hash strings never leave this package and the rows.
 */
@NullMarked
package org.roster.credential;

import org.jspecify.annotations.NullMarked;

/**
 * Holds up those who guess: wrong tries are counted per account, known place, client and address, in rows that all nodes share,
 * and the next try is looked at later and later (decision 016). It knows no user and no tenant, only their ids.
 */
@NullMarked
package org.roster.credential.guard;

import org.jspecify.annotations.NullMarked;

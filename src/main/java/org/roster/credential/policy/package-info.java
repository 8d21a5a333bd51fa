/**
 * Which passwords may be set (decision 017): length, a list of common ones, words that lie near, strength and history where a
 * tenant asks for them. It knows no user and no tenant, only their ids and words.
 */
@NullMarked
package org.roster.credential.policy;

import org.jspecify.annotations.NullMarked;

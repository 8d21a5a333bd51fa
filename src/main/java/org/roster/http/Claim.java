package org.roster.http;

/**
 * How good a contract's claim to a bare address is, one that no mount and no mapped host decides. Of several claims the
 * first in this order wins.
 */
public enum Claim {
    /** The address is one that only this contract ever had. */
    OWN_PATH,
    /** Others have the address too, but only this contract's clients come with such a credential. */
    BY_CREDENTIAL,
    /** The contract takes what is left below the address that several share. */
    REMAINDER
}

package org.roster.contract.account;

import org.roster.directory.account.TokenHolder;
import org.roster.directory.tenant.Tenant;

/**
 * Whose page it is.
 *
 * @param code of the tenant, for links and forms
 * @param name as people know it
 */
record Place(String code, String name) {

    /** Where nothing may be asked of the directory, which may be what has failed. */
    static final Place ROSTER = new Place("", "Roster");

    static Place of(TokenHolder holder) {
        return of(holder.tenantCode(), holder.tenantName());
    }

    static Place of(Tenant tenant) {
        return of(tenant.code(), tenant.name());
    }

    /** Nobody is at home in a house called Default, which is what the first start calls it. */
    private static Place of(String code, String name) {
        return code.equals(Tenant.DEFAULT_CODE) && name.equals("Default")
                ? new Place(code, ROSTER.name())
                : new Place(code, name);
    }
}

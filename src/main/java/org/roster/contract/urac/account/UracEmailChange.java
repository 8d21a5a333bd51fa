package org.roster.contract.urac.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.jspecify.annotations.Nullable;

/**
 * Whose address is about to change.
 *
 * @param token absent unless the operator lets tokens out
 */
@JsonInclude(Include.NON_NULL)
public record UracEmailChange(String id, @Nullable String token) {

    @Override
    public String toString() {
        return "UracEmailChange[" + id + "]"; // never the token
    }
}

package org.roster.credential.policy;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * For whom a password is to be, and through which contract it came.
 *
 * @param floor the least number of code points that the contract has published, or null where Roster's own holds
 * @param username the user's name, or null where it is not known yet
 * @param words what else lies near: the parts of the user's name, the name of the tenant
 */
public record NewPassword(
        UUID tenant,
        String contract,
        @Nullable Integer floor,
        @Nullable String username,
        @Nullable String email,
        List<String> words) {}

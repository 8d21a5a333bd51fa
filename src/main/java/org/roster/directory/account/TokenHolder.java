package org.roster.directory.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.directory.onetime.Purpose;

/**
 * The person whom a good one-time token was made for, as far as a page about it must know.
 *
 * @param name how to address the person, if the directory knows more than the user name
 * @param address the e-mail address that the step is about, or null
 */
public record TokenHolder(
        UUID tenant,
        String tenantCode,
        String tenantName,
        Purpose purpose,
        String username,
        @Nullable String name,
        @Nullable String locale,
        @Nullable String address) {}

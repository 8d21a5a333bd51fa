package org.roster.directory.user;

import org.jspecify.annotations.Nullable;
import org.roster.directory.apikey.IssuedApiKey;

/**
 * A user who was just made.
 *
 * @param apiKey the API key that was made with it, with its secret, or null
 */
public record AddedUser(User user, @Nullable IssuedApiKey apiKey) {}

package org.roster.directory.application;

import org.jspecify.annotations.Nullable;

/**
 * An application with a secret that was just made. The secret is shown this once.
 *
 * @param secret null for a public client, which has none
 */
public record IssuedApplication(
        Application application, @Nullable String secret) {

    @Override
    public String toString() {
        return "IssuedApplication[" + application + "]";
    }
}

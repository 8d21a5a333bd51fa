package org.roster.credential.guard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How much guessing the operator lets an address do. */
@ApplicationScoped
class GuardSettings {

    @Inject
    @ConfigProperty(name = "ROSTER_LOGIN_FAILURES_PER_ADDRESS", defaultValue = "200")
    int failuresPerAddress;

    /** How many wrong tries from one address are looked at within ten minutes, whatever names they are for. */
    int failuresPerAddress() {
        return failuresPerAddress;
    }
}

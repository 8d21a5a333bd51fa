package org.roster.contract.urac.input;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** What the request at hand brought through the mask of its endpoint. */
@RequestScoped
public class UracInput {

    private @Nullable Taken taken;

    /** The values; only for endpoints that declare them with {@link Takes}. */
    public Taken taken() {
        if (taken == null) {
            throw new IllegalStateException("the endpoint does not say what it takes");
        }
        return taken;
    }

    void take(Taken values) {
        taken = values;
    }
}

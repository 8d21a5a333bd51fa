package org.roster.http;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;

/** What is known of the request at hand: its contract from the first moment, its caller once authenticated. */
@RequestScoped
public class Exchange {

    private @Nullable Contract contract;
    private @Nullable Caller caller;
    private String requestId = "";
    private boolean authorization;

    public @Nullable Contract contract() {
        return contract;
    }

    public String requestId() {
        return requestId;
    }

    /** Whether the request carried an {@code Authorization} header. */
    public boolean authorization() {
        return authorization;
    }

    public @Nullable Caller caller() {
        return caller;
    }

    /** The authenticated caller. Only for endpoints that let nobody else in. */
    public Caller requireCaller() {
        if (caller == null) {
            throw new IllegalStateException("an endpoint without authentication asked for its caller");
        }
        return caller;
    }

    void begin(Contract chosen, String id, boolean carriesAuthorization) {
        contract = chosen;
        requestId = id;
        authorization = carriesAuthorization;
    }

    public void authenticated(Caller by) {
        caller = by;
    }
}

package org.roster.token;

import org.jspecify.annotations.Nullable;

/** The token service's "no". */
public class GrantRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final GrantError error;
    private final String detail;
    private final @Nullable String subject;

    /**
     * @param detail one sentence for the client's developer, without secrets
     * @param subject the parameter or the scope at fault, or null
     */
    public GrantRefusal(GrantError error, String detail, @Nullable String subject) {
        super(error + ": " + detail, null, false, false);
        this.error = error;
        this.detail = detail;
        this.subject = subject;
    }

    public GrantError error() {
        return error;
    }

    public String detail() {
        return detail;
    }

    public @Nullable String subject() {
        return subject;
    }
}

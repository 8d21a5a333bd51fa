package org.roster.http;

import jakarta.ws.rs.core.Response.Status.Family;
import jakarta.ws.rs.core.Response.StatusType;

/** The status 422 (RFC 9110 section 15.5.21), which JAX-RS 3.1 has no name for. */
public enum Unprocessable implements StatusType {
    CONTENT;

    @Override
    public int getStatusCode() {
        return 422;
    }

    @Override
    public Family getFamily() {
        return Family.CLIENT_ERROR;
    }

    @Override
    public String getReasonPhrase() {
        return "Unprocessable Content";
    }
}

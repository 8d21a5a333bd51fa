package org.roster.http.auth;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.roster.caller.Caller;

/** The caller as JAX-RS sees it: roles are scopes. */
record CallerContext(Caller caller, boolean isSecure, String scheme) implements SecurityContext {

    @Override
    public Principal getUserPrincipal() {
        return caller::name;
    }

    /** The role {@code **} is everyone who is authenticated; the server's own check asks for it by this name. */
    @Override
    public boolean isUserInRole(String role) {
        return role.equals("**") || caller.holds(role);
    }

    @Override
    public String getAuthenticationScheme() {
        return scheme;
    }
}

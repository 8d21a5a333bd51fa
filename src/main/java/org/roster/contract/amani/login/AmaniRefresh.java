package org.roster.contract.amani.login;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of {@code POST /token/refresh}, as the published document shows it. */
@Schema(name = "AmaniRefresh")
public record AmaniRefresh(@Schema(required = true) String refresh) {

    @Override
    public String toString() {
        return "AmaniRefresh"; // never the token
    }
}

package org.roster.contract.ecosys.user;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That something was done, where there is nothing to show. */
@Schema(name = "EcosysMessage")
public record EcosysMessage(@Schema(examples = "success") String status, String message) {

    static EcosysMessage done(String message) {
        return new EcosysMessage("success", message);
    }
}

package org.roster.contract.roster.application;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.roster.contract.roster.Given;
import org.roster.directory.application.Application;
import org.roster.directory.application.ApplicationChange;
import org.roster.directory.application.ApplicationStatus;
import org.roster.http.Patch;

/** The members of an application that can be changed, as the published document shows them; read as a {@link Patch}. */
@Schema(name = "ApplicationPatch", description = "Any of these members; null takes a value away.")
public record ApplicationPatchBody(
        String name,
        String description,
        ApplicationStatus status,
        Set<String> grantTypes,
        Set<String> scopes,
        List<String> redirectUris,
        Integer accessTokenSeconds,
        Boolean selfRegistration,
        Map<String, Object> customData) {

    static ApplicationChange read(Patch patch, Application present) {
        var change = new ApplicationChange()
                .name(Given.required("name", patch.text("name")))
                .description(patch.text("description"))
                .status(Given.required("status", patch.word("status", ApplicationStatus.class)))
                .grantTypes(
                        Given.required("grantTypes", patch.words("grantTypes")).map(Given::grantTypes))
                .scopes(Given.required("scopes", patch.words("scopes")))
                .redirectUris(Given.required("redirectUris", patch.texts("redirectUris")))
                .accessTokenSeconds(patch.number("accessTokenSeconds"))
                .selfRegistration(Given.required("selfRegistration", patch.flag("selfRegistration")))
                .customData(patch.merged("customData", present.customData()));
        patch.done();
        return change;
    }
}

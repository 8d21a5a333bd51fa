package org.roster.contract.roster.apikey;

import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.roster.contract.roster.Given;
import org.roster.directory.apikey.ApiKeyChange;
import org.roster.directory.apikey.ApiKeyStatus;
import org.roster.http.Patch;

/** The members of an API key that can be changed, as the published document shows them; it is read as a {@link Patch}. */
@Schema(name = "ApiKeyPatch", description = "Any of these members; null takes a value away.")
public record ApiKeyPatchBody(
        String name, String description, ApiKeyStatus status, Set<String> scopes, Instant expiresAt) {

    static ApiKeyChange read(Patch patch) {
        var change = new ApiKeyChange(
                Given.required("name", patch.text("name")),
                patch.text("description"),
                Given.required("status", patch.word("status", ApiKeyStatus.class)),
                Given.required("scopes", patch.words("scopes")),
                patch.time("expiresAt"));
        patch.done();
        return change;
    }
}

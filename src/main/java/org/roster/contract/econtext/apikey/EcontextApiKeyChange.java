package org.roster.contract.econtext.apikey;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.roster.contract.econtext.EcontextBody;
import org.roster.contract.econtext.EcontextStatus;
import org.roster.directory.Field;
import org.roster.directory.apikey.ApiKeyChange;
import org.roster.directory.apikey.ApiKeyStatus;

/** The body of {@code PUT /users/user/{id}/apikey/{kid}}; it is read as an {@link EcontextBody}. */
@Schema(name = "EcontextApiKeyChange", description = "Any of these members.")
public record EcontextApiKeyChange(
        String name,
        String description,

        @Schema(description = "ENABLED or DISABLED") String status) {

    static ApiKeyChange read(EcontextBody body) {
        var status = body.status(EcontextStatus.ENABLED, EcontextStatus.DISABLED)
                .map(word -> word == EcontextStatus.ENABLED ? ApiKeyStatus.ACTIVE : ApiKeyStatus.INACTIVE);
        return new ApiKeyChange(
                body.newName(),
                body.field("description"),
                status.map(Field::of).orElseGet(Field::absent),
                Field.absent(),
                Field.absent());
    }
}

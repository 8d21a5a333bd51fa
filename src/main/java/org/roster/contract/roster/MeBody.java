package org.roster.contract.roster;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;

/** The caller of a request as Roster sees it. */
@Schema(name = "Me")
public record MeBody(
        UUID tenant,

        @Schema(enumeration = {"CLIENT", "USER", "API_KEY"}) String kind,

        @Schema(description = "Of the application, the user or the API key behind the credential")
        String id,

        @Schema(description = "A client identifier, a user name or the id of an API key")
        String name,

        @Schema(description = "Id of the person on whose behalf the request is made") @Nullable
        UUID user,

        @Schema(description = "The OAuth 2.0 client of the access token") @Nullable
        String clientId,

        @Schema(description = "What the caller may do at this moment")
        List<String> scopes) {

    static MeBody of(Caller caller) {
        return new MeBody(
                caller.tenant(),
                caller.kind().name(),
                // The id of an API key has its own form, which is its name too.
                caller.kind() == Caller.Kind.API_KEY
                        ? caller.name()
                        : caller.id().toString(),
                caller.name(),
                caller.user(),
                caller.clientId(),
                caller.scopes().stream().sorted().toList());
    }
}

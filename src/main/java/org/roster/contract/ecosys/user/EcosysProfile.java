package org.roster.contract.ecosys.user;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.directory.user.User;

/** Whom a token speaks for. A client's own token speaks for nobody: user id and name are null. */
@Schema(name = "EcosysProfile")
public record EcosysProfile(
        @JsonProperty("user_id") @Nullable String userId,

        @Schema(examples = "newsystemuser") @Nullable String username,
        List<String> scopes,

        @Schema(examples = "Successfully accessed protected profile data.")
        String message) {

    static EcosysProfile of(Caller caller, @Nullable User user) {
        return new EcosysProfile(
                user == null ? null : user.id().toString(),
                user == null ? null : user.username(),
                List.copyOf(new TreeSet<>(caller.scopes())),
                "Successfully accessed protected profile data.");
    }
}

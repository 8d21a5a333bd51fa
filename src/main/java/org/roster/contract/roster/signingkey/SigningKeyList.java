package org.roster.contract.roster.signingkey;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.token.SigningKey;

/** All signing keys that are kept, the newest first; they are so few that they are always one page. */
@Schema(name = "SigningKeyList")
public record SigningKeyList(
        List<SigningKeyBody> items,
        @Schema(description = "Always null") @Nullable String next) {

    static SigningKeyList of(List<SigningKey> keys) {
        return new SigningKeyList(keys.stream().map(SigningKeyBody::of).toList(), null);
    }
}

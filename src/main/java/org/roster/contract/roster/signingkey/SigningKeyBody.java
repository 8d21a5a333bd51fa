package org.roster.contract.roster.signingkey;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.roster.token.SigningKey;

/** A signing key as {@code /v1} shows it: its public half. */
@Schema(name = "SigningKey")
public record SigningKeyBody(
        @Schema(description = "The highest one signs") int serial,

        @Schema(description = "The `kid` of the tokens that it signs")
        String kid,

        Instant createdAt,

        @Schema(description = "From when on nothing that it signed is accepted any more")
        Instant retireAt,

        @Schema(type = SchemaType.OBJECT, description = "A JSON Web Key (RFC 7517)") @JsonRawValue
        String publicKey) {

    static SigningKeyBody of(SigningKey key) {
        return new SigningKeyBody(key.serial(), key.kid(), key.createdAt(), key.retireAt(), key.publicJwk());
    }
}

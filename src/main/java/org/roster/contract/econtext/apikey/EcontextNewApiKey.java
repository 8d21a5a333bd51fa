package org.roster.contract.econtext.apikey;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.roster.contract.econtext.EcontextBody;
import org.roster.contract.econtext.EcontextRefusal;
import org.roster.directory.apikey.NewApiKey;
import org.roster.directory.user.User;
import org.roster.system.Ids;

/** The body of {@code POST /users/user/{id}/apikey}; it is read as an {@link EcontextBody}. */
@Schema(name = "EcontextNewApiKey")
public record EcontextNewApiKey(
        @Schema(examples = "Test API Key") String name,
        @Schema(examples = "An API Key for testing") String description,

        @Schema(description = "An id of 25 characters of 0-9A-Z that the key has elsewhere and is to keep")
        String id,

        @Schema(description = "A secret that the key has elsewhere and is to keep, of at least 32 characters")
        String secret) {

    private static final int LEAST_SECRET = 32;

    /** @param scopes what the owner may do now, so that the key opens what its owner can */
    static NewApiKey read(EcontextBody body, User owner, Set<String> scopes) {
        var name = Objects.requireNonNullElse(body.stripped("name"), "API Key");
        return new NewApiKey(owner.tenantId(), name, body.text("description"), scopes, owner.id(), null, null)
                .withId(id(body.stripped("id")))
                .withSecret(secret(body.text("secret")));
    }

    private static @Nullable UUID id(@Nullable String id) {
        return id == null
                ? null
                : Ids.parseShort(id.toUpperCase(Locale.ROOT))
                        .orElseThrow(() -> EcontextRefusal.invalid(
                                "id", "Expecting 25 characters of 0-9A-Z that spell a number of at most 128 bits"));
    }

    /** Such a secret as the original makes where none is given. */
    private static String secret(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return Base64.getEncoder()
                    .encodeToString(UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII));
        }
        if (given.length() < LEAST_SECRET) {
            throw EcontextRefusal.invalid("secret", "Secret must be at least 32 characters long");
        }
        return given;
    }

    @Override
    public String toString() {
        return "EcontextNewApiKey[" + name + "]"; // never the secret
    }
}

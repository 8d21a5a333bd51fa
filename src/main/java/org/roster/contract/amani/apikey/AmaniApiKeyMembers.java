package org.roster.contract.amani.apikey;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.contract.amani.AmaniBody;
import org.roster.contract.amani.AmaniText;
import org.roster.directory.Field;
import org.roster.directory.apikey.ApiKeyChange;
import org.roster.directory.apikey.ApiKeyStatus;
import org.roster.directory.apikey.NewApiKey;

/** What a body says of an API key, as far as it says anything. */
record AmaniApiKeyMembers(
        Field<String> name,
        Field<String> description,
        Field<Set<String>> permissions,
        Field<ApiKeyStatus> status,
        Field<Instant> expiresAt) {

    private static final AmaniText NAME = AmaniText.upTo(128);
    private static final AmaniText DESCRIPTION = AmaniText.optional(1000);

    static AmaniApiKeyMembers of(AmaniBody body) {
        return new AmaniApiKeyMembers(
                body.text("name", NAME),
                body.text("description", DESCRIPTION),
                body.texts("permissions").map(LinkedHashSet::new),
                body.flag("is_active").map(active -> active ? ApiKeyStatus.ACTIVE : ApiKeyStatus.INACTIVE),
                body.time("expires_at"));
    }

    NewApiKey toNewApiKey(UUID tenant, @Nullable UUID user, @Nullable UUID application) {
        return new NewApiKey(
                tenant,
                name.orElse(""),
                description.value(),
                permissions.orElse(Set.of()),
                user,
                application,
                expiresAt.value());
    }

    ApiKeyChange toChange() {
        return new ApiKeyChange(name, description, status, permissions, expiresAt);
    }
}

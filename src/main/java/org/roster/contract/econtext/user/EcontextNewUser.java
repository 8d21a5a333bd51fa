package org.roster.contract.econtext.user;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.roster.contract.econtext.EcontextBody;
import org.roster.contract.econtext.EcontextReferences;
import org.roster.contract.econtext.EcontextStatus;
import org.roster.directory.user.NewUser;

/**
 * The body of {@code POST /users/user}, as the published document shows it; it is read as an {@link EcontextBody}, since
 * the original looks at its members in an order of its own.
 */
@Schema(
        name = "EcontextNewUser",
        requiredProperties = {"email", "password", "applications"})
public record EcontextNewUser(
        @Schema(description = "A valid email address", examples = "test-user@econtext.ai")
        String email,

        @Schema(
                description = "A password for the User - must be at least 7 characters long",
                format = "password",
                examples = "a new password")
        String password,

        @Schema(description = "A name for the User", examples = "Test User")
        String name,

        @Schema(description = "A JSON object containing arbitrary data") @JsonProperty("custom_data")
        Map<String, Object> customData,

        @Schema(description = "A list of Application object IDs; it may be empty")
        List<String> applications,

        @Schema(description = "A list of Group object IDs, of these applications")
        List<String> groups,

        @Schema(description = "The e-mail address, if nothing else is given")
        String username,

        @Schema(examples = "UNVERIFIED", description = "ENABLED, UNVERIFIED (if nothing is given) or DISABLED")
        String status,

        @Schema(description = "A UUID that the user has elsewhere and is to keep")
        String id,

        @Schema(description = "The id of the organization; the caller's own if nothing is given")
        String organization) {

    /** @param taken whether an e-mail address is somebody's already, which is said before anything else is looked at */
    static NewUser read(EcontextBody body, UUID tenant, EcontextReferences references, Predicate<String> taken) {
        body.demand("email", "password", "applications");
        var email = EcontextCredential.email(body, taken);
        var password = EcontextCredential.password(body);
        var applications = references.applications(tenant, body);
        var groups = EcontextCredential.groups(body, tenant, references);
        EcontextReferences.demandMember(groups, applications, "groups");
        var status = body.status(EcontextStatus.values()).orElse(EcontextStatus.UNVERIFIED);
        var wish = NewUser.of(tenant, usernameOr(body))
                .id(body.id())
                .email(email)
                .password(password)
                .passwordFloor(EcontextCredential.LEAST)
                .status(status.toUserStatus(null))
                .customData(body.customData())
                .applications(applications)
                .groups(Set.copyOf(EcontextReferences.idsOf(groups)));
        wish.details().displayName(body.text("name"));
        return wish;
    }

    /** The user name that is given, or else the e-mail address as it was written. */
    private static String usernameOr(EcontextBody body) {
        var username = body.stripped("username");
        return username == null ? Objects.requireNonNull(body.stripped("email")) : username;
    }

    @Override
    public String toString() {
        return "EcontextNewUser[" + email + "]"; // never the password
    }
}

package org.roster.contract.econtext.user;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.roster.contract.econtext.EcontextBody;
import org.roster.contract.econtext.EcontextReferences;
import org.roster.contract.econtext.EcontextStatus;
import org.roster.directory.Field;
import org.roster.directory.user.User;
import org.roster.directory.user.UserChange;

/** The body of {@code PUT /users/user/{id}}: what is not given stays. It is read as an {@link EcontextBody}. */
@Schema(name = "EcontextUserChange", description = "Any of these members.")
public record EcontextUserChange(
        String email,

        @Schema(format = "password", description = "At least 7 characters")
        String password,

        String name,

        @Schema(description = "Replaces what was there") @JsonProperty("custom_data")
        Map<String, Object> customData,

        @Schema(description = "Applications that the user gets; none is taken away")
        List<String> applications,

        @Schema(description = "Groups that the user gets; none is taken away")
        List<String> groups,

        @Schema(examples = "ENABLED", description = "ENABLED, UNVERIFIED or DISABLED")
        String status) {

    static UserChange read(EcontextBody body, User present, EcontextReferences references, Predicate<String> taken) {
        var change = new UserChange();
        if (body.has("email")) {
            change.email(Field.of(EcontextCredential.email(body, taken)));
        }
        if (body.has("password")) {
            change.password(Field.of(EcontextCredential.password(body))).passwordFloor(EcontextCredential.LEAST);
        }
        links(body, present, references, change);
        change.customData(body.newCustomData()).displayName(body.field("name"));
        body.status(EcontextStatus.values())
                .ifPresent(status -> change.status(Field.of(status.toUserStatus(present.status()))));
        return change;
    }

    private static void links(EcontextBody body, User present, EcontextReferences references, UserChange change) {
        UUID tenant = present.tenantId();
        var applications = new LinkedHashSet<UUID>();
        if (body.has("applications")) {
            applications.addAll(references.applications(tenant, body));
            change.addApplications(applications);
        }
        var groups = EcontextCredential.groups(body, tenant, references);
        if (!groups.isEmpty()) {
            applications.addAll(references.applicationsOf(present));
            EcontextReferences.demandMember(groups, applications, "groups");
            change.addGroups(EcontextReferences.idsOf(groups));
        }
    }

    @Override
    public String toString() {
        return "EcontextUserChange"; // never the password
    }
}

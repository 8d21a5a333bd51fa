package org.roster.contract.roster.user;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.roster.directory.user.User;
import org.roster.directory.user.UserChange;
import org.roster.directory.user.UserStatus;
import org.roster.http.Patch;

/** The members of a user that can be changed, as the published document shows them; it is read as a {@link Patch}. */
@Schema(name = "UserPatch", description = "Any of these members; null takes a value away.")
public record UserPatchBody(
        String username,
        String email,
        String givenName,
        String middleName,
        String familyName,
        String displayName,
        String phone,
        String locale,
        String externalId,
        UserStatus status,
        Boolean emailVerified,
        Boolean accountLocked,
        Boolean accountExpired,
        Boolean credentialsExpired,
        Boolean mfa,
        Boolean resetPassword,
        Boolean resetSecondFactor,
        Map<String, Object> profile,
        Map<String, Object> customData,
        @Schema(format = "password") String password,
        String passwordHash) {

    static UserChange read(Patch patch, User present) {
        var change = new UserChange()
                .username(patch.text("username"))
                .email(patch.text("email"))
                .givenName(patch.text("givenName"))
                .middleName(patch.text("middleName"))
                .familyName(patch.text("familyName"))
                .displayName(patch.text("displayName"))
                .phone(patch.text("phone"))
                .locale(patch.text("locale"))
                .externalId(patch.text("externalId"))
                .status(patch.word("status", UserStatus.class))
                .emailVerified(patch.flag("emailVerified"))
                .accountLocked(patch.flag("accountLocked"))
                .accountExpired(patch.flag("accountExpired"))
                .credentialsExpired(patch.flag("credentialsExpired"))
                .mfa(patch.flag("mfa"))
                .resetPassword(patch.flag("resetPassword"))
                .resetSecondFactor(patch.flag("resetSecondFactor"))
                .profile(patch.merged("profile", present.profile()))
                .customData(patch.merged("customData", present.customData()))
                .password(patch.text("password"))
                .passwordHash(patch.text("passwordHash"));
        patch.done();
        return change;
    }

    @Override
    public String toString() {
        return "UserPatchBody"; // never the password
    }
}

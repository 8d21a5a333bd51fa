package org.roster.directory.user;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.directory.Field;

/** What is to change about a user. Nothing changes that is not set here; each method sets one thing. */
public final class UserChange {

    Field<String> username = Field.absent();
    Field<String> email = Field.absent();
    Field<String> givenName = Field.absent();
    Field<String> middleName = Field.absent();
    Field<String> familyName = Field.absent();
    Field<String> displayName = Field.absent();
    Field<String> phone = Field.absent();
    Field<String> locale = Field.absent();
    Field<String> externalId = Field.absent();
    Field<UserStatus> status = Field.absent();
    Field<Boolean> emailVerified = Field.absent();
    Field<Boolean> accountLocked = Field.absent();
    Field<Boolean> accountExpired = Field.absent();
    Field<Boolean> credentialsExpired = Field.absent();
    Field<Boolean> mfa = Field.absent();
    Field<Boolean> resetPassword = Field.absent();
    Field<Boolean> resetSecondFactor = Field.absent();
    Field<Map<String, Object>> profile = Field.absent();
    Field<Map<String, Object>> customData = Field.absent();
    Field<String> password = Field.absent();
    Field<String> passwordHash = Field.absent();
    Field<Map<String, Object>> extras = Field.absent();
    Field<Set<UUID>> groups = Field.absent();
    Set<UUID> moreGroups = Set.of();
    Set<UUID> moreApplications = Set.of();

    @Nullable
    Integer passwordFloor;

    public UserChange username(Field<String> value) {
        this.username = value;
        return this;
    }

    public UserChange email(Field<String> value) {
        this.email = value;
        return this;
    }

    public UserChange givenName(Field<String> value) {
        this.givenName = value;
        return this;
    }

    public UserChange middleName(Field<String> value) {
        this.middleName = value;
        return this;
    }

    public UserChange familyName(Field<String> value) {
        this.familyName = value;
        return this;
    }

    public UserChange displayName(Field<String> value) {
        this.displayName = value;
        return this;
    }

    public UserChange phone(Field<String> value) {
        this.phone = value;
        return this;
    }

    public UserChange locale(Field<String> value) {
        this.locale = value;
        return this;
    }

    public UserChange externalId(Field<String> value) {
        this.externalId = value;
        return this;
    }

    public UserChange status(Field<UserStatus> value) {
        this.status = value;
        return this;
    }

    public UserChange emailVerified(Field<Boolean> value) {
        this.emailVerified = value;
        return this;
    }

    public UserChange accountLocked(Field<Boolean> value) {
        this.accountLocked = value;
        return this;
    }

    public UserChange accountExpired(Field<Boolean> value) {
        this.accountExpired = value;
        return this;
    }

    public UserChange credentialsExpired(Field<Boolean> value) {
        this.credentialsExpired = value;
        return this;
    }

    public UserChange mfa(Field<Boolean> value) {
        this.mfa = value;
        return this;
    }

    public UserChange resetPassword(Field<Boolean> value) {
        this.resetPassword = value;
        return this;
    }

    public UserChange resetSecondFactor(Field<Boolean> value) {
        this.resetSecondFactor = value;
        return this;
    }

    public UserChange profile(Field<Map<String, Object>> value) {
        this.profile = value;
        return this;
    }

    public UserChange customData(Field<Map<String, Object>> value) {
        this.customData = value;
        return this;
    }

    /** A new password in clear; null takes the password away, so that nobody can log in with one. */
    public UserChange password(Field<String> value) {
        this.password = value;
        return this;
    }

    /** A hash made elsewhere in place of the password. */
    public UserChange passwordHash(Field<String> value) {
        this.passwordHash = value;
        return this;
    }

    /** Members that one contract keeps with a user and no other shows. */
    public UserChange extras(Field<Map<String, Object>> value) {
        this.extras = value;
        return this;
    }

    /** All groups of its tenant that the user is to be in; null is none. */
    public UserChange groups(Field<Set<UUID>> value) {
        this.groups = value;
        return this;
    }

    /** Groups to join, beside those that the user is in. */
    public UserChange addGroups(Set<UUID> ids) {
        this.moreGroups = ids;
        return this;
    }

    /** Applications to be assigned to, beside those that the user has. */
    public UserChange addApplications(Set<UUID> ids) {
        this.moreApplications = ids;
        return this;
    }

    /** Whether it touches groups or applications. */
    boolean ofLinks() {
        return groups.given() || !moreGroups.isEmpty() || !moreApplications.isEmpty();
    }

    /** The least length of a password, in code points, that the caller's contract has published. */
    public UserChange passwordFloor(int points) {
        this.passwordFloor = points;
        return this;
    }

    /** Whether it touches what the user signs in with. */
    boolean ofCredentials() {
        return password.given() || passwordHash.given() || username.given() || email.given();
    }

    @Override
    public String toString() {
        return "UserChange"; // never the password
    }
}

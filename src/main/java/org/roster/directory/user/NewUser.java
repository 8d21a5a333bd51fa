package org.roster.directory.user;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.directory.apikey.NewApiKey;

/**
 * The wish for a new user: everything that is to be made in one transaction. Only the tenant and the user name must be
 * given; each method adds one thing and returns this wish.
 */
public final class NewUser {

    final UUID tenant;
    final String username;
    final UserDetails details;

    @Nullable
    String password;

    @Nullable
    String passwordHash;

    @Nullable
    Integer passwordFloor;

    @Nullable
    UUID id;

    Map<String, Object> extras = Map.of();
    Set<UUID> groups = Set.of();
    Set<UUID> applications = Set.of();

    @Nullable
    NewApiKey apiKey;

    private NewUser(UUID tenant, String username) {
        this.tenant = tenant;
        this.username = username;
        this.details = new UserDetails();
    }

    public static NewUser of(UUID tenant, String username) {
        return new NewUser(tenant, username);
    }

    /** The members that are neither names, nor credentials, nor rights. */
    public UserDetails details() {
        return details;
    }

    public NewUser email(@Nullable String email) {
        details.email = email;
        return this;
    }

    public NewUser names(@Nullable String given, @Nullable String family) {
        details.givenName = given;
        details.familyName = family;
        return this;
    }

    public NewUser status(@Nullable UserStatus status) {
        if (status != null) {
            details.status = status;
        }
        return this;
    }

    /** Whether the user is to set a password by an invitation. */
    public boolean invited() {
        return details.status == UserStatus.PENDING_NEW;
    }

    public NewUser profile(@Nullable Map<String, Object> profile) {
        details.profile = profile == null ? new LinkedHashMap<>() : new LinkedHashMap<>(profile);
        return this;
    }

    public NewUser customData(@Nullable Map<String, Object> customData) {
        details.customData = customData == null ? new LinkedHashMap<>() : new LinkedHashMap<>(customData);
        return this;
    }

    /** A password in clear; it is hashed before anything is written and kept nowhere. */
    public NewUser password(@Nullable String password) {
        this.password = password;
        return this;
    }

    /** A hash made elsewhere: Argon2id, bcrypt or PBKDF2. */
    public NewUser passwordHash(@Nullable String hash) {
        this.passwordHash = hash;
        return this;
    }

    /** The least length of a password, in code points, that the caller's contract has published. */
    public NewUser passwordFloor(int points) {
        this.passwordFloor = points;
        return this;
    }

    /** The id that the user has elsewhere and is to keep. */
    public NewUser id(@Nullable UUID ownId) {
        this.id = ownId;
        return this;
    }

    /** Members that one contract keeps with a user and no other shows. */
    public NewUser extras(Map<String, Object> more) {
        this.extras = more;
        return this;
    }

    public NewUser groups(Set<UUID> ids) {
        this.groups = new LinkedHashSet<>(ids);
        return this;
    }

    public NewUser applications(Set<UUID> ids) {
        this.applications = new LinkedHashSet<>(ids);
        return this;
    }

    public NewUser apiKey(@Nullable NewApiKey key) {
        this.apiKey = key;
        return this;
    }

    @Override
    public String toString() {
        return "NewUser[" + username + "]"; // never the password
    }
}

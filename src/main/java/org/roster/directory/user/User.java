package org.roster.directory.user;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roster.constraint.Names;
import org.roster.persistence.JsonConverter;
import org.roster.persistence.Stored;
import org.roster.system.Ids;

/** A person or a service that can sign in. User names and e-mail addresses are unique within a tenant. */
@Entity
@Table(name = "user_account") // "user" is a reserved word in most databases
public class User extends Stored {

    @Column(name = "tenant_id", nullable = false, updatable = false)
    private UUID tenantId;

    @Column(nullable = false, length = 128)
    private String username;

    @Column(name = "username_key", nullable = false, length = 128)
    private String usernameKey;

    @Column(length = 254)
    private @Nullable String email;

    @Column(name = "email_key", length = 254)
    private @Nullable String emailKey;

    @Column(name = "given_name", length = 128)
    private @Nullable String givenName;

    @Column(name = "given_name_key", nullable = false, length = 128)
    private String givenNameKey = "";

    @Column(name = "middle_name", length = 128)
    private @Nullable String middleName;

    @Column(name = "family_name", length = 128)
    private @Nullable String familyName;

    @Column(name = "family_name_key", nullable = false, length = 128)
    private String familyNameKey = "";

    @Column(name = "display_name", length = 256)
    private @Nullable String displayName;

    @Column(length = 64)
    private @Nullable String phone;

    @Column(length = 35)
    private @Nullable String locale;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 16)
    private UserStatus status;

    @Column(name = "email_verified", nullable = false)
    private boolean emailVerified;

    @Column(name = "account_locked", nullable = false)
    private boolean accountLocked;

    @Column(name = "account_expired", nullable = false)
    private boolean accountExpired;

    @Column(name = "credentials_expired", nullable = false)
    private boolean credentialsExpired;

    @Column(nullable = false)
    private boolean mfa;

    @Column(name = "reset_password", nullable = false)
    private boolean resetPassword;

    @Column(name = "reset_second_factor", nullable = false)
    private boolean resetSecondFactor;

    @Column(name = "password_hash", length = 255)
    private @Nullable String passwordHash; // no public accessor, on purpose

    @Column(name = "password_changed_at")
    private @Nullable Instant passwordChangedAt;

    @Convert(converter = JsonConverter.class)
    private Map<String, Object> profile = new LinkedHashMap<>();

    @Convert(converter = JsonConverter.class)
    @Column(name = "custom_data")
    private Map<String, Object> customData = new LinkedHashMap<>();

    @Column(name = "external_id", length = 255)
    private @Nullable String externalId;

    @Column(name = "object_id", length = 24, updatable = false)
    private @Nullable String objectId;

    @Convert(converter = JsonConverter.class)
    private Map<String, Object> extras = new LinkedHashMap<>();

    @Column(name = "sessions_ended_at")
    private @Nullable Instant sessionsEndedAt;

    @Column(name = "last_login_at")
    private @Nullable Instant lastLoginAt;

    /** For JPA. */
    protected User() {}

    User(UUID id, NewUser request, @Nullable String passwordHash, Instant now) {
        super(id, now);
        var details = request.details;
        this.tenantId = request.tenant;
        this.status = details.status;
        this.emailVerified = details.emailVerified;
        this.mfa = details.mfa;
        this.resetPassword = details.resetPassword;
        this.resetSecondFactor = details.resetSecondFactor;
        this.middleName = details.middleName;
        this.displayName = details.displayName;
        this.phone = details.phone;
        this.locale = details.locale;
        this.externalId = details.externalId;
        this.profile = details.profile;
        this.customData = details.customData;
        this.objectId = Ids.keptObjectId(id);
        this.extras = new LinkedHashMap<>(request.extras);
        username(request.username);
        email(details.email);
        givenName(details.givenName);
        familyName(details.familyName);
        if (passwordHash != null) {
            password(passwordHash, now);
        }
    }

    public UUID tenantId() {
        return tenantId;
    }

    public String username() {
        return username;
    }

    public @Nullable String email() {
        return email;
    }

    public @Nullable String givenName() {
        return givenName;
    }

    public @Nullable String middleName() {
        return middleName;
    }

    public @Nullable String familyName() {
        return familyName;
    }

    public @Nullable String displayName() {
        return displayName;
    }

    /** The name to call the user by: the one to show, or else the given and the family name; null without any. */
    public @Nullable String fullName() {
        if (displayName != null) {
            return displayName;
        }
        var names = Stream.of(givenName, familyName)
                .filter(name -> name != null && !name.isBlank())
                .collect(Collectors.joining(" "));
        return names.isEmpty() ? null : names;
    }

    public @Nullable String phone() {
        return phone;
    }

    public @Nullable String locale() {
        return locale;
    }

    public UserStatus status() {
        return status;
    }

    public boolean emailVerified() {
        return emailVerified;
    }

    public boolean accountLocked() {
        return accountLocked;
    }

    public boolean accountExpired() {
        return accountExpired;
    }

    public boolean credentialsExpired() {
        return credentialsExpired;
    }

    public boolean mfa() {
        return mfa;
    }

    public boolean resetPassword() {
        return resetPassword;
    }

    public boolean resetSecondFactor() {
        return resetSecondFactor;
    }

    public boolean hasPassword() {
        return passwordHash != null;
    }

    public @Nullable Instant passwordChangedAt() {
        return passwordChangedAt;
    }

    public Map<String, Object> profile() {
        return new LinkedHashMap<>(profile);
    }

    /** About how many bytes its row is. */
    long weight() {
        return weight(profile, customData, extras);
    }

    public Map<String, Object> customData() {
        return new LinkedHashMap<>(customData);
    }

    /** Members that one contract keeps with a user and no other shows. */
    public Map<String, Object> extras() {
        return new LinkedHashMap<>(extras);
    }

    /** Its id for clients that know ids of 24 hexadecimal digits. */
    public String objectId() {
        return objectId == null ? Ids.objectId(id()) : objectId;
    }

    /** The moment before which all of the user's tokens are over, or null. */
    public @Nullable Instant sessionsEndedAt() {
        return sessionsEndedAt;
    }

    public @Nullable String externalId() {
        return externalId;
    }

    public @Nullable Instant lastLoginAt() {
        return lastLoginAt;
    }

    /** Status and flags in one word. */
    public AccountState state() {
        return AccountState.of(status, accountLocked, accountExpired);
    }

    /** Whether requests made on this user's behalf are served. */
    public boolean mayAct() {
        return state().open();
    }

    /** Whether the user may log in with its password: not while a new one is demanded of it. */
    public boolean mayLogIn() {
        return mayAct() && !credentialsExpired && !resetPassword && passwordHash != null;
    }

    /** Whether the password alone is not enough. */
    public boolean secondFactorDemanded() {
        return mfa || resetSecondFactor;
    }

    /** The folded user name, by which names are compared. */
    public String usernameKey() {
        return usernameKey;
    }

    /** The folded e-mail address. */
    public @Nullable String emailKey() {
        return emailKey;
    }

    String givenNameKey() {
        return givenNameKey;
    }

    String familyNameKey() {
        return familyNameKey;
    }

    @Nullable
    String passwordHash() {
        return passwordHash;
    }

    void change(UserChange change, @Nullable String newHash, Instant now) {
        change.username.ifValue(this::username);
        if (change.email.given()) {
            email(change.email.value());
        }
        if (change.givenName.given()) {
            givenName(change.givenName.value());
        }
        if (change.familyName.given()) {
            familyName(change.familyName.value());
        }
        middleName = change.middleName.or(middleName);
        displayName = change.displayName.or(displayName);
        phone = change.phone.or(phone);
        locale = change.locale.or(locale);
        externalId = change.externalId.or(externalId);
        if (change.profile.given()) {
            profile = new LinkedHashMap<>(change.profile.orElse(Map.of()));
        }
        if (change.customData.given()) {
            customData = new LinkedHashMap<>(change.customData.orElse(Map.of()));
        }
        if (change.extras.given()) {
            extras = new LinkedHashMap<>(change.extras.orElse(Map.of()));
        }
        if (newHash != null) {
            password(newHash, now);
            // What was demanded is done, unless the same change demands it anew.
            resetPassword = false;
            credentialsExpired = false;
        } else if (change.password.given() || change.passwordHash.given()) {
            passwordHash = null;
            passwordChangedAt = now;
        }
        boolean demanded = resetPassword || resetSecondFactor;
        changeState(change);
        if (!demanded && (resetPassword || resetSecondFactor)) {
            sessionsEndedAt = now; // what was shown at the last log-in is no longer good
        }
        touched(now);
    }

    private void changeState(UserChange change) {
        status = change.status.orElse(status);
        emailVerified = change.emailVerified.orElse(emailVerified);
        accountLocked = change.accountLocked.orElse(accountLocked);
        accountExpired = change.accountExpired.orElse(accountExpired);
        credentialsExpired = change.credentialsExpired.orElse(credentialsExpired);
        mfa = change.mfa.orElse(mfa);
        resetPassword = change.resetPassword.orElse(resetPassword);
        resetSecondFactor = change.resetSecondFactor.orElse(resetSecondFactor);
    }

    private void username(String name) {
        username = name;
        usernameKey = Names.fold(name);
    }

    private void email(@Nullable String address) {
        if (emailKey != null && (address == null || !emailKey.equals(Names.fold(address)))) {
            emailVerified = false; // what was verified was the old address
        }
        email = address;
        emailKey = address == null ? null : Names.fold(address);
    }

    private void givenName(@Nullable String name) {
        givenName = name;
        givenNameKey = sortKey(name);
    }

    private void familyName(@Nullable String name) {
        familyName = name;
        familyNameKey = sortKey(name);
    }

    private void password(String hash, Instant now) {
        passwordHash = hash;
        passwordChangedAt = now;
    }

    /** A folded name cut to its column: it is for sorting and searching, so that a cut loses nothing that is unique. */
    private static String sortKey(@Nullable String name) {
        if (name == null) {
            return "";
        }
        var folded = Names.fold(name);
        return folded.length() <= 128
                ? folded
                : folded.substring(0, folded.offsetByCodePoints(0, folded.codePointCount(0, 127)));
    }
}

package org.roster.directory.user;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a user can sign in with. User names and e-mail addresses share this table's key, so that no user name
 * can be somebody else's address; the database decides it even between two requests of the same instant (R12, R15).
 */
@Entity
@Table(name = "login_name")
@IdClass(LoginName.Key.class)
public class LoginName {

    @Id
    @Column(name = "tenant_id")
    private UUID tenantId;

    @Id
    @Column(name = "name_key", length = 254)
    private String nameKey;

    /** A reference rather than an id, so that the row is written after the user's, in one go with it. */
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "user_id", nullable = false)
    private User user;

    @Column(name = "is_username", nullable = false)
    private boolean username;

    @Column(name = "is_email", nullable = false)
    private boolean email;

    /** For JPA. */
    protected LoginName() {}

    LoginName(User user, String nameKey, boolean username, boolean email) {
        this.tenantId = user.tenantId();
        this.nameKey = nameKey;
        this.user = user;
        this.username = username;
        this.email = email;
    }

    /** The primary key, as JPA wants it. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private UUID tenantId;
        private String nameKey;

        @SuppressWarnings("NullAway.Init") // JPA fills it
        public Key() {}

        Key(UUID tenantId, String nameKey) {
            this.tenantId = tenantId;
            this.nameKey = nameKey;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && tenantId.equals(key.tenantId) && nameKey.equals(key.nameKey);
        }

        @Override
        public int hashCode() {
            return Objects.hash(tenantId, nameKey);
        }
    }
}

package org.roster.directory.user;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The same rows as {@link User}, with columns as the texts that a search looks into; it is never written. */
@Entity
@Table(name = "user_account")
class UserText {

    @Id
    private UUID id;

    @Column(name = "id", insertable = false, updatable = false)
    private String idText;

    @Column(name = "custom_data", insertable = false, updatable = false)
    private @Nullable String customText;

    /** For JPA. */
    protected UserText() {}

    @Override
    public String toString() {
        return idText + " of " + id + ": " + customText;
    }
}

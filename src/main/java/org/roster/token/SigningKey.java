package org.roster.token;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A key that signs access tokens. The private half is encrypted; the highest serial number is the one that signs. */
@Entity
@Table(name = "signing_key")
public class SigningKey {

    @Id
    @Column(name = "serial_no")
    private int serial;

    @Column(nullable = false, updatable = false, length = 64)
    private String kid;

    @Column(name = "public_jwk", nullable = false, updatable = false)
    private String publicJwk;

    @Column(name = "private_key", nullable = false, updatable = false)
    private String privateKey;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "retire_at", nullable = false)
    private Instant retireAt;

    /** For JPA. */
    protected SigningKey() {}

    SigningKey(int serial, String kid, String publicJwk, String privateKey, Instant now, Instant retireAt) {
        this.serial = serial;
        this.kid = kid;
        this.publicJwk = publicJwk;
        this.privateKey = privateKey;
        this.createdAt = now;
        this.retireAt = retireAt;
    }

    public int serial() {
        return serial;
    }

    public String kid() {
        return kid;
    }

    /** The public half as a JSON Web Key (RFC 7517). */
    public String publicJwk() {
        return publicJwk;
    }

    String privateKey() {
        return privateKey;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** From when on nothing that it signed is accepted any more. */
    public Instant retireAt() {
        return retireAt;
    }

    /** Ends the key at a time, unless it ends sooner already. */
    void retire(Instant at) {
        if (retireAt.isAfter(at)) {
            retireAt = at;
        }
    }
}

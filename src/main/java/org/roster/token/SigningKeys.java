package org.roster.token;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.event.Changes;
import org.roster.event.Facts;
import org.roster.persistence.Shared;
import org.roster.persistence.Transactions;
import org.roster.persistence.Violations;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;
import org.roster.system.Ids;
import org.roster.system.Sealed;

/**
 * The keys of the token service. All nodes share them through the database. A new key signs from the moment it is
 * there, and verifiers fetch it when they meet its id for the first time; the old one is published until the last token
 * that it signed is over, so a rotation fails no request.
 */
@ApplicationScoped
public class SigningKeys {

    /** No access token lives longer (R21), so a key that is replaced is needed this much longer, and a little. */
    static final Duration LONGEST_TOKEN = Duration.ofHours(1);

    private static final Duration MARGIN = Duration.ofMinutes(5);

    /** How long a node may go on signing with a key that another node has replaced. */
    private static final Duration REFRESH = Duration.ofSeconds(5);

    @Inject
    SigningKeyRepository keys;

    @Inject
    Sealed sealed;

    @Inject
    Transactions transactions;

    @Inject
    Changes changes;

    @Inject
    TokenSettings settings;

    @Inject
    @Shared
    Clock clock;

    private volatile @Nullable Signer current;

    /** Held by whoever reads the key; those who still have one go on with it. */
    private final ReentrantLock reading = new ReentrantLock();

    /**
     * The key that signs, in memory.
     *
     * @param readAt by the clock of {@link System#nanoTime()}
     */
    record Signer(String kid, ECPrivateKey key, long readAt) {

        boolean fresh() {
            return System.nanoTime() - readAt <= REFRESH.toNanos();
        }
    }

    /** The key to sign with now. Makes the first one, and the next one when the present one has served its time. */
    Signer current() {
        var signer = current;
        if (signer != null && signer.fresh()) {
            return signer;
        }
        if (signer == null) {
            reading.lock();
        } else if (!reading.tryLock()) {
            return signer; // somebody reads it now, and the database may be slow
        }
        try {
            return refresh();
        } finally {
            reading.unlock();
        }
    }

    /** Makes sure at start that there is a key and that it can be read with the present {@code ROSTER_SECRETS_KEY}. */
    public void ready() {
        current();
    }

    /** The public halves that verifiers need now, the newest first, straight from the database. */
    public List<SigningKey> published() {
        return keys.good(clock.instant());
    }

    /** All keys that are kept. */
    public List<SigningKey> all() {
        return keys.all();
    }

    /**
     * Puts a new key in place of the one that signs.
     *
     * @throws Refusal {@link Reason#TENANT_FOREIGN} unless the caller is a platform caller: the keys sign for all tenants
     */
    public SigningKey rotate(Caller caller) {
        if (!caller.platform()) {
            throw new Refusal(Reason.TENANT_FOREIGN, "signing_key", "only a platform caller rotates the signing keys");
        }
        var made = next(following(keys.all()), caller);
        current = null;
        return made;
    }

    private Signer refresh() {
        var signer = current;
        if (signer != null && signer.fresh()) {
            return signer; // another thread was first
        }
        // One reading for both questions: with two, another node's key could come between them, and a second be made
        // beside it.
        var all = keys.all();
        var now = clock.instant();
        var newest = all.stream()
                .filter(key -> key.retireAt().isAfter(now))
                .findFirst()
                .orElse(null);
        if (newest == null || now.isAfter(newest.createdAt().plus(settings.signingKeyLife()))) {
            newest = next(following(all), null);
        }
        signer = new Signer(newest.kid(), privateKey(newest), System.nanoTime());
        current = signer;
        return signer;
    }

    /** The serial of the key that comes after these, of which the newest is the first. */
    private static int following(List<SigningKey> all) {
        return all.isEmpty() ? 1 : all.get(0).serial() + 1;
    }

    /** Makes the key with this serial number; when another node made it at the same instant, that one is taken. */
    private SigningKey next(int serial, @Nullable Caller caller) {
        try {
            Supplier<SigningKey> work = () -> {
                var now = clock.instant();
                for (var old : keys.all()) {
                    old.retire(now.plus(LONGEST_TOKEN).plus(MARGIN));
                    if (!old.retireAt().isAfter(now)) {
                        keys.remove(old);
                    }
                }
                var key = generate(serial, now);
                keys.add(key);
                if (caller != null) {
                    changes.happened(
                            caller, caller.tenant(), "signing_key.rotated", "signing_key", Ids.next(), facts(key));
                }
                return key;
            };
            // One that is made because it is time must stay, whatever becomes of the request that needed it first.
            return caller == null ? transactions.apart(work) : transactions.write(work);
        } catch (RuntimeException e) {
            if (Violations.unique(e)) {
                return keys.all().get(0);
            }
            throw e;
        }
    }

    private SigningKey generate(int serial, Instant now) {
        var pair = newPair();
        var kid = Ids.shortForm(Ids.next());
        var jwk = new ECKey.Builder(Curve.P_256, (ECPublicKey) pair.getPublic())
                .keyID(kid)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.ES256)
                .build();
        var retireAt = now.plus(settings.signingKeyLife()).plus(LONGEST_TOKEN).plus(MARGIN);
        return new SigningKey(
                serial,
                kid,
                jwk.toJSONString(),
                sealed.seal(kid, pair.getPrivate().getEncoded()),
                now,
                retireAt);
    }

    private static KeyPair newPair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("P-256 is part of every Java platform", e);
        }
    }

    private ECPrivateKey privateKey(SigningKey key) {
        try {
            var encoded = new PKCS8EncodedKeySpec(sealed.open(key.kid(), key.privateKey()));
            return (ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(encoded);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the signing key " + key.kid() + " cannot be read", e);
        }
    }

    private static Map<String, @Nullable Object> facts(SigningKey key) {
        return Facts.of("kid", key.kid()).and("serial", key.serial()).map();
    }
}

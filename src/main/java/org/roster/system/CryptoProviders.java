package org.roster.system;

import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;

/**
 * Puts Amazon's crypto provider in front where the server's libraries hold it and its native code loads: JDK 17 signs
 * and verifies ES256 twelve times slower. As a provider of the whole JVM it serves MicroProfile JWT too.
 */
public final class CryptoProviders {

    private static final String AMAZON = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";

    private CryptoProviders() {}

    /** Installs it once; without it the JDK does the work. */
    public static synchronized void install() {
        try {
            var type = Class.forName(AMAZON);
            var provider = (Provider) type.getField("INSTANCE").get(null);
            type.getMethod("assertHealthy").invoke(provider);
            if (Security.getProvider(provider.getName()) == null) {
                Security.insertProviderAt(provider, 1);
            }
        } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
            System.getLogger(CryptoProviders.class.getName())
                    .log(System.Logger.Level.DEBUG, "signing with the JDK's own provider: {0}", e.toString());
        }
    }

    /** Who signs ES256 now, for the start-up block and the metrics. */
    public static String signing() {
        try {
            return Signature.getInstance("SHA256withECDSA").getProvider().getName();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("ES256 is part of every Java platform", e);
        }
    }
}

package org.roster.system;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the operator decides, read from the environment. The table in {@code README.md} documents each variable. */
@ApplicationScoped
public class Settings {

    @Inject
    @ConfigProperty(name = "ROSTER_HTTP_PORT", defaultValue = "9080")
    int httpPort;

    @Inject
    @ConfigProperty(name = "ROSTER_PUBLIC_URL")
    Optional<String> publicUrl;

    @Inject
    @ConfigProperty(name = "ROSTER_CONTRACT_HOSTS")
    Optional<String> contractHosts;

    @Inject
    @ConfigProperty(name = "ROSTER_TRUSTED_PROXIES", defaultValue = "none")
    String trustedProxies;

    @Inject
    @ConfigProperty(name = "ROSTER_DATA_DIR", defaultValue = "data")
    String dataDir;

    @Inject
    @ConfigProperty(name = "ROSTER_SECRETS_KEY")
    Optional<String> secretsKey;

    @Inject
    @ConfigProperty(name = "ROSTER_ADMIN_EMAIL")
    Optional<String> adminEmail;

    @Inject
    @ConfigProperty(name = "ROSTER_ADMIN_PASSWORD")
    Optional<String> adminPassword;

    @Inject
    @ConfigProperty(name = "ROSTER_BOOTSTRAP_CLIENT_ID")
    Optional<String> bootstrapClientId;

    @Inject
    @ConfigProperty(name = "ROSTER_BOOTSTRAP_CLIENT_SECRET")
    Optional<String> bootstrapClientSecret;

    @Inject
    @ConfigProperty(name = "ROSTER_PASSWORD_MIN_LENGTH", defaultValue = "15")
    int passwordMinLength;

    @Inject
    @ConfigProperty(name = "ROSTER_ARGON2_MEMORY_KIB", defaultValue = "19456")
    int argon2MemoryKib;

    @Inject
    @ConfigProperty(name = "ROSTER_ARGON2_ITERATIONS", defaultValue = "2")
    int argon2Iterations;

    @Inject
    @ConfigProperty(name = "ROSTER_HASH_THREADS", defaultValue = "0")
    int hashThreads;

    @Inject
    @ConfigProperty(name = "ROSTER_HASH_QUEUE", defaultValue = "64")
    int hashQueue;

    @Inject
    @ConfigProperty(name = "ROSTER_LOGIN_FAILURES_PER_ADDRESS", defaultValue = "200")
    int loginFailuresPerAddress;

    @Inject
    @ConfigProperty(name = "ROSTER_LIMIT_CLIENT", defaultValue = "300000/60")
    String limitOfClient;

    @Inject
    @ConfigProperty(name = "ROSTER_LIMIT_TENANT", defaultValue = "600000/60")
    String limitOfTenant;

    @Inject
    @ConfigProperty(name = "ROSTER_LIMIT_ADDRESS", defaultValue = "6000/60")
    String limitOfAddress;

    @Inject
    @ConfigProperty(name = "ROSTER_REQUESTS_AT_ONCE", defaultValue = "512")
    int requestsAtOnce;

    @Inject
    @ConfigProperty(name = "ROSTER_DRAIN_SECONDS", defaultValue = "5")
    int drainSeconds;

    @Inject
    @ConfigProperty(name = "OTEL_EXPORTER_OTLP_ENDPOINT")
    Optional<String> otlpEndpoint;

    @Inject
    @ConfigProperty(name = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")
    Optional<String> otlpTracesEndpoint;

    @Inject
    @ConfigProperty(name = "ROSTER_ACCESS_TOKEN_SECONDS", defaultValue = "900")
    int accessTokenSeconds;

    @Inject
    @ConfigProperty(name = "ROSTER_SIGNING_KEY_DAYS", defaultValue = "90")
    int signingKeyDays;

    @Inject
    @ConfigProperty(name = "ROSTER_PASSWORD_GRANT_CLIENT_SCOPES", defaultValue = "false")
    boolean passwordGrantGivesClientScopes;

    @Inject
    @ConfigProperty(name = "ROSTER_AUTHSERVICE_DETAIL_WITH_FIELD", defaultValue = "false")
    boolean authserviceDetailWithField;

    @Inject
    @ConfigProperty(name = "ROSTER_URAC_HTTP_STATUS", defaultValue = "soajs2")
    String uracHttpStatus;

    @Inject
    @ConfigProperty(name = "ROSTER_URAC_EXPOSE_TOKENS", defaultValue = "false")
    boolean uracExposesTokens;

    @Inject
    @ConfigProperty(name = "ROSTER_URAC_ACCESS_TOKEN_IN_QUERY", defaultValue = "false")
    boolean uracTakesTokenInQuery;

    @Inject
    @ConfigProperty(name = "ROSTER_SMTP_HOST")
    Optional<String> smtpHost;

    @Inject
    @ConfigProperty(name = "ROSTER_SMTP_PORT")
    Optional<Integer> smtpPort;

    @Inject
    @ConfigProperty(name = "ROSTER_SMTP_USER")
    Optional<String> smtpUser;

    @Inject
    @ConfigProperty(name = "ROSTER_SMTP_PASSWORD")
    Optional<String> smtpPassword;

    @Inject
    @ConfigProperty(name = "ROSTER_SMTP_TLS", defaultValue = "starttls")
    String smtpTls;

    @Inject
    @ConfigProperty(name = "ROSTER_MAIL_FROM")
    Optional<String> mailFrom;

    @Inject
    @ConfigProperty(name = "ROSTER_MAIL_KEEP_DAYS", defaultValue = "30")
    int mailKeepDays;

    @Inject
    @ConfigProperty(name = "ROSTER_AUDIT_KEEP_DAYS", defaultValue = "0")
    int auditKeepDays;

    @Inject
    @ConfigProperty(name = "ROSTER_WEBHOOK_TRUSTED_HOSTS")
    Optional<String> webhookTrustedHosts;

    @Inject
    @ConfigProperty(name = "ROSTER_WEBHOOK_RETRY_SECONDS", defaultValue = "5 30 120 600 1800 3600 7200 18000 36000")
    String webhookRetrySeconds;

    @Inject
    @ConfigProperty(name = "ROSTER_WEBHOOK_KEEP_DAYS", defaultValue = "30")
    int webhookKeepDays;

    @Inject
    @ConfigProperty(name = "WLP_LOGGING_CONSOLE_FORMAT")
    Optional<String> consoleFormat;

    /** Whether the server writes an object a line to its console, so that nothing else belongs there. */
    public boolean jsonConsole() {
        return consoleFormat.filter(format -> format.equalsIgnoreCase("json")).isPresent();
    }

    /** For how many days events are kept; zero is for ever. */
    public int auditKeepDays() {
        return Math.max(0, auditKeepDays);
    }

    /** The server that mails are handed to; without one they are kept. */
    public Optional<String> smtpHost() {
        return smtpHost.filter(host -> !host.isBlank());
    }

    public int smtpPort() {
        return smtpPort.orElse(smtpTls().equals("tls") ? 465 : smtpTls().equals("none") ? 25 : 587);
    }

    public Optional<String> smtpUser() {
        return smtpUser.filter(user -> !user.isBlank());
    }

    public Optional<String> smtpPassword() {
        return smtpPassword;
    }

    /** {@code starttls}, {@code tls} or {@code none}. */
    public String smtpTls() {
        return smtpTls.strip().toLowerCase(Locale.ROOT);
    }

    /** Whom mails come from. */
    public String mailFrom() {
        return mailFrom.filter(address -> !address.isBlank()).orElse("roster@localhost");
    }

    /** How many days a mail is shown after it was made. */
    public int mailKeepDays() {
        return mailKeepDays;
    }

    /** Hosts of the operator's own that webhooks may reach although they are not public, by plain HTTP too. */
    public Set<String> webhookTrustedHosts() {
        return words(webhookTrustedHosts.orElse("").toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** How long a webhook waits after each failed try; after the last of these it is given up. */
    public List<Duration> webhookPauses() {
        return words(webhookRetrySeconds)
                .map(Long::valueOf)
                .map(Duration::ofSeconds)
                .toList();
    }

    /** How many days a delivery is shown. */
    public int webhookKeepDays() {
        return webhookKeepDays;
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.split("[\\s,]+", -1)).filter(word -> !word.isEmpty());
    }

    /** Which host names stand for which contract and tenant: {@code host=contract@tenant}, separated by commas. */
    public String contractHosts() {
        return contractHosts.orElse("");
    }

    /** Which addresses are those of proxies that are believed when they say who asks: a regular expression, or {@code none}. */
    public String trustedProxies() {
        return trustedProxies;
    }

    /** Whether {@code /urac} hands out one-time tokens that belong into a mail; for development only. */
    public boolean uracExposesTokens() {
        return uracExposesTokens;
    }

    /** Whether {@code /urac} takes an access token from an address, where it ends up in other people's logs (R4). */
    public boolean uracTakesTokenInQuery() {
        return uracTakesTokenInQuery;
    }

    /** The base address under which clients reach this Roster, without a trailing slash. It is the tokens' issuer. */
    public String publicUrl() {
        return publicUrl
                .filter(url -> !url.isBlank())
                .orElse("http://localhost:" + httpPort)
                .replaceAll("/+$", "");
    }

    /** The port that the server listens on. */
    public int httpPort() {
        return httpPort;
    }

    public Path dataDir() {
        return Path.of(dataDir);
    }

    public Optional<String> secretsKey() {
        return secretsKey.filter(key -> !key.isBlank());
    }

    public Optional<String> adminEmail() {
        return adminEmail.filter(text -> !text.isBlank());
    }

    public Optional<String> adminPassword() {
        return adminPassword.filter(text -> !text.isBlank());
    }

    public Optional<String> bootstrapClientId() {
        return bootstrapClientId.filter(text -> !text.isBlank());
    }

    /** The identifier of the client that is made at the first start. */
    public String firstClientId() {
        return bootstrapClientId().orElse("roster-bootstrap");
    }

    public Optional<String> bootstrapClientSecret() {
        return bootstrapClientSecret.filter(text -> !text.isBlank());
    }

    /** The least number of code points of a password set through Roster's own API (NIST SP 800-63B-4: 15). */
    public int passwordMinLength() {
        return passwordMinLength;
    }

    public int argon2MemoryKib() {
        return argon2MemoryKib;
    }

    public int argon2Iterations() {
        return argon2Iterations;
    }

    /** How many passwords are hashed at once; by default one for each processor. */
    public int hashThreads() {
        return hashThreads > 0 ? hashThreads : Runtime.getRuntime().availableProcessors();
    }

    /** How many requests may wait for the hashing; by default 64, at two processors under a second's work. */
    public int hashQueue() {
        return hashQueue;
    }

    /** The rate of requests of one caller, {@code requests/seconds} or {@code none}. */
    public String limitOfClient() {
        return limitOfClient;
    }

    /** The same of one tenant. */
    public String limitOfTenant() {
        return limitOfTenant;
    }

    /** The same of one address whose requests nobody is known to be behind. */
    public String limitOfAddress() {
        return limitOfAddress;
    }

    /** How many requests a node works on at once; beyond that it refuses. */
    public int requestsAtOnce() {
        return requestsAtOnce;
    }

    /** How long a node that SIGTERM has asked to end goes on and says that it is not ready; 0 for not at all. */
    public int drainSeconds() {
        return drainSeconds;
    }

    /** Whether a collector is named that traces go to. */
    public boolean traced() {
        return otlpEndpoint.isPresent() || otlpTracesEndpoint.isPresent();
    }

    /** How many wrong tries from one address are looked at within ten minutes, whatever names they are for. */
    public int loginFailuresPerAddress() {
        return loginFailuresPerAddress;
    }

    /** How long an access token lives when its client says nothing else. */
    public Duration accessTokenLife() {
        return Duration.ofSeconds(accessTokenSeconds);
    }

    /** How long a signing key signs before the next one takes over. */
    public Duration signingKeyLife() {
        return Duration.ofDays(signingKeyDays);
    }

    /**
     * Whether a user's token carries every scope of its client rather than only those that the user holds. Off, since it
     * lets any user of such a client administer all others.
     */
    public boolean passwordGrantGivesClientScopes() {
        return passwordGrantGivesClientScopes;
    }

    /** Whether the contract authservice names the field before each broken rule, as its code did and its document does not. */
    public boolean authserviceDetailWithField() {
        return authserviceDetailWithField;
    }

    /** Which HTTP statuses the errors of {@code /urac} have: {@code soajs2}, {@code soajs4} or {@code semantic}. */
    public String uracHttpStatus() {
        return uracHttpStatus;
    }
}

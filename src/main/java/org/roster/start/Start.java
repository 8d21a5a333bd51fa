package org.roster.start;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.roster.audit.chain.AuditRetention;
import org.roster.audit.chain.AuditSealer;
import org.roster.caller.Scopes;
import org.roster.credential.Passwords;
import org.roster.event.Occurrences;
import org.roster.http.Contracts;
import org.roster.mail.MailDispatcher;
import org.roster.persistence.FastFailure;
import org.roster.persistence.Migrations;
import org.roster.persistence.SharedClock;
import org.roster.system.CryptoProviders;
import org.roster.token.SigningKeys;
import org.roster.webhook.WebhookDispatcher;

/** Gets Roster ready when the server starts it. If anything here fails, the application does not start. */
@ApplicationScoped
public class Start {

    @Inject
    Migrations migrations;

    @Inject
    FastFailure fastFailure;

    @Inject
    SharedClock sharedClock;

    @Inject
    Contracts contracts;

    @Inject
    FirstStart firstStart;

    @Inject
    SigningKeys signingKeys;

    @Inject
    Passwords passwords;

    @Inject
    MailDispatcher dispatcher;

    @Inject
    AuditSealer sealer;

    @Inject
    AuditRetention retention;

    @Inject
    WebhookDispatcher webhooks;

    @Inject
    Occurrences occurrences;

    /** None on a server without MicroProfile Metrics, where CDI leaves out what it cannot load. */
    @Inject
    Instance<Gauges> gauges;

    @Inject
    Draining draining;

    @Inject
    Banner banner;

    private volatile boolean done;

    void onStart(@Observes @Initialized(ApplicationScoped.class) Object started) {
        CryptoProviders.install();
        contracts.all().forEach(contract -> Scopes.declare(contract.scopes(), contract.personalScopes()));
        migrations.run();
        fastFailure.ready();
        sharedClock.start();
        var credentials = firstStart.run();
        firstStart.grow();
        signingKeys.ready();
        gauges.stream().forEach(Gauges::register);
        occurrences.start();
        sealer.start();
        retention.start();
        dispatcher.start();
        webhooks.start();
        draining.watch();
        done = true;
        banner.announce(passwords.implementation(), CryptoProviders.signing(), credentials.orElse(null));
    }

    /** Whether the start is over and went well. */
    public boolean done() {
        return done;
    }
}

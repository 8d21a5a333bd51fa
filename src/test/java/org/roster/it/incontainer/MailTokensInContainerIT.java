package org.roster.it.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.roster.caller.Caller;
import org.roster.directory.tenant.NewTenant;
import org.roster.directory.tenant.TenantService;
import org.roster.mail.Letter;
import org.roster.mail.Mail;
import org.roster.mail.MailKind;
import org.roster.mail.MailSweeping;
import org.roster.mail.Outbox;
import org.roster.refusal.Refusal;

/** A secret in a mail that nobody got goes when it is over: the sweep comes every ten minutes, too late for a caller from outside. */
class MailTokensInContainerIT extends InContainer {

    private static final int MOST = 2;

    @Inject
    TenantService tenants;

    @Inject
    Outbox outbox;

    @Inject
    MailSweeping sweeping;

    @Test
    void tokensThatAreOverGoSomeAtATimeAndOthersStay() {
        while (sweeping.forgetTokens(Instant.now().plus(Duration.ofDays(400)), MOST) > 0) {
            // what other tests have left goes first
        }
        var tenant = tenant();
        var over = Stream.generate(() -> post(tenant, Duration.ofMinutes(1)))
                .limit(3)
                .toList();
        var good = post(tenant, Duration.ofHours(1));
        var later = Instant.now().plus(Duration.ofMinutes(30));

        assertEquals(0, sweeping.forgetTokens(Instant.now(), MOST));
        assertEquals(MOST, sweeping.forgetTokens(later, MOST));
        assertEquals(1, sweeping.forgetTokens(later, MOST));
        assertEquals(0, sweeping.forgetTokens(later, MOST));

        for (var id : over) {
            assertTrue(outbox.link(mail(tenant, id)).isEmpty());
            assertThrows(Refusal.class, () -> outbox.retry(Caller.system(tenant, "test"), tenant, id));
        }
        assertTrue(outbox.link(mail(tenant, good)).orElseThrow().endsWith("?token=token of 60"));
    }

    private UUID tenant() {
        var code = "m-" + Long.toString(System.nanoTime(), 36);
        return tenants.add(Caller.system(new UUID(0, 0), "test"), new NewTenant(code, code, null, Map.of()))
                .id();
    }

    private UUID post(UUID tenant, Duration life) {
        return outbox.post(new Letter(
                tenant,
                null,
                MailKind.PASSWORD_RESET,
                "jane@example.com",
                "en",
                Map.of("name", "Jane", "username", "jane", "tenant", "Roster", "hours", "1"),
                "token of " + life.toMinutes(),
                life,
                "test"));
    }

    private Mail mail(UUID tenant, UUID id) {
        return outbox.byId(tenant, id).orElseThrow();
    }
}

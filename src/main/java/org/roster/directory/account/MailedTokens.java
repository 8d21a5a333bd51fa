package org.roster.directory.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.directory.onetime.OneTimeTokenService;
import org.roster.directory.onetime.Purpose;
import org.roster.directory.user.User;
import org.roster.mail.MailKind;
import org.roster.persistence.Transactions;

/** Makes one-time tokens and the letters that bring them, in one transaction. */
@ApplicationScoped
class MailedTokens {

    @Inject
    OneTimeTokenService tokens;

    @Inject
    Letters letters;

    @Inject
    Transactions transactions;

    /**
     * A token on its way.
     *
     * @param mail the id of its letter; null for somebody without an address
     */
    record Sent(String token, @Nullable UUID mail) {

        @Override
        public String toString() {
            return "Sent[" + mail + "]"; // never the token
        }
    }

    /** A token in the place of those that the user has for this purpose, sent to the user's own address. */
    Sent send(Caller caller, User user, Purpose purpose, Duration life) {
        return send(caller, user, purpose, user.email(), false, life);
    }

    /**
     * The same to an address that need not be the user's, which the token remembers.
     *
     * @param beside whether the tokens that the user has for this purpose stay good, until one of them is used
     */
    Sent send(Caller caller, User user, Purpose purpose, @Nullable String address, boolean beside, Duration life) {
        return transactions.write(() -> {
            var token = tokens.mail(caller, user.tenantId(), user.id(), purpose, address, beside, life);
            return new Sent(
                    token, address == null ? null : letters.send(caller, user, kind(purpose), address, token, life));
        });
    }

    /** No token and no letter, at the same cost (R32). */
    void pretend(Caller caller, UUID tenant, Purpose purpose, String name, Duration life) {
        transactions.run(() -> {
            tokens.refuse(caller, tenant, purpose);
            letters.pretend(caller, tenant, kind(purpose), name, life);
        });
    }

    private static MailKind kind(Purpose purpose) {
        return switch (purpose) {
            case INVITATION -> MailKind.INVITATION;
            case VERIFICATION -> MailKind.VERIFICATION;
            case PASSWORD_RESET -> MailKind.PASSWORD_RESET;
            case EMAIL_CHANGE -> MailKind.EMAIL_CHANGE;
            case SECOND_FACTOR -> throw new IllegalArgumentException("no mail brings the token of " + purpose);
        };
    }
}

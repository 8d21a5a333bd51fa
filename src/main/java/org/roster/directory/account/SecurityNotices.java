package org.roster.directory.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Consumer;
import org.roster.directory.user.User;
import org.roster.directory.user.UserService;
import org.roster.event.Change;
import org.roster.mail.MailKind;

/**
 * Tells people by mail what was done about the safety of their accounts, whoever did it and through whatever contract (ASVS
 * 6.3.7). The letter is part of the change: without it nothing happened.
 */
@ApplicationScoped
class SecurityNotices {

    @Inject
    UserService users;

    @Inject
    Letters letters;

    void onChange(@Observes Change change) {
        switch (change.type()) {
            case "user.updated" -> onUpdate(change);
            case "user.second_factor_added" -> tell(change, MailKind.SECOND_FACTOR_ADDED);
            case "user.second_factor_removed" -> tell(change, MailKind.SECOND_FACTOR_REMOVED);
            case "user.recovery_code_used" -> tell(change, MailKind.RECOVERY_CODE_USED);
            default -> {
                // Nothing that its owner has to hear of.
            }
        }
    }

    private void onUpdate(Change change) {
        if (change.before().get("passwordChangedAt") != null && change.after().get("passwordChangedAt") != null) {
            tell(change, MailKind.PASSWORD_CHANGED); // a first password is no news
        }
        if (change.before().get("email") instanceof String old && change.after().containsKey("email")) {
            about(change, user -> letters.send(change.actor(), user, MailKind.EMAIL_CHANGED, old, null, Duration.ZERO));
        }
    }

    private void tell(Change change, MailKind kind) {
        about(change, user -> letters.tell(change.actor(), user, kind));
    }

    private void about(Change change, Consumer<User> letter) {
        users.byId(change.subject()).ifPresent(letter);
    }
}

package org.roster.mail;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What mails are about. Some carry a link to one of Roster's pages; the others only tell. */
public enum MailKind {
    INVITATION("/account/password"),
    VERIFICATION("/account/verification"),
    PASSWORD_RESET("/account/password"),
    /** To the new address. */
    EMAIL_CHANGE("/account/email"),
    /** A pin that Roster has drawn; it stands where others have a link. */
    PIN(null),
    PASSWORD_CHANGED(null),
    /** To the address of before. */
    EMAIL_CHANGED(null),
    SECOND_FACTOR_ADDED(null),
    SECOND_FACTOR_REMOVED(null),
    RECOVERY_CODE_USED(null);

    private final @Nullable String page;

    MailKind(@Nullable String page) {
        this.page = page;
    }

    /** The path of the page that its link leads to; nothing for a mail without a link. */
    public Optional<String> page() {
        return Optional.ofNullable(page);
    }

    /** How its texts are called in the files. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

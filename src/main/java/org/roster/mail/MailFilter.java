package org.roster.mail;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which mails are wanted; every member that is not null must match. */
public record MailFilter(
        @Nullable MailStatus status,
        @Nullable MailKind kind,
        @Nullable UUID user) {}

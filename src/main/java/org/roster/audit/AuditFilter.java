package org.roster.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which records are wanted; every member that is not null must match. */
public record AuditFilter(@Nullable UUID subject, @Nullable String type) {}

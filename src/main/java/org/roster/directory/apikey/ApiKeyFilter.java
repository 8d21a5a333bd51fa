package org.roster.directory.apikey;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which API keys are wanted; every member that is not null must match. */
public record ApiKeyFilter(@Nullable UUID user, @Nullable UUID application) {}

package org.roster.webhook;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which deliveries are wanted; every member that is not null must match. */
public record DeliveryFilter(
        @Nullable UUID endpoint,
        @Nullable DeliveryStatus status,
        @Nullable UUID event) {}

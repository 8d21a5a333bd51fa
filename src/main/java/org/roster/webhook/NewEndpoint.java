package org.roster.webhook;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint that is to be made.
 *
 * @param events names such as {@code user.created}, {@code user.*} or {@code *}
 * @param headers sent with each delivery; shown to whoever reads the endpoint, so no secrets
 * @param metadata whatever the maker wants to keep with it
 */
public record NewEndpoint(
        UUID tenant,
        String url,
        @Nullable String description,
        List<String> events,
        Map<String, String> headers,
        Map<String, Object> metadata) {}

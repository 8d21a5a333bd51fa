package org.roster.webhook;

import java.util.List;
import java.util.Map;
import org.roster.directory.Field;

/** A partial change of an endpoint. */
public record EndpointChange(
        Field<String> url,
        Field<String> description,
        Field<EndpointStatus> status,
        Field<List<String>> events,
        Field<Map<String, String>> headers,
        Field<Map<String, Object>> metadata) {}

package org.roster.contract.roster.webhook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.roster.contract.roster.Given;
import org.roster.http.Patch;
import org.roster.webhook.EndpointChange;
import org.roster.webhook.EndpointStatus;
import org.roster.webhook.WebhookEndpoint;

/** The members of an endpoint that can be changed, as the published document shows them; it is read as a {@link Patch}. */
@Schema(name = "WebhookEndpointPatch", description = "Any of these members; null takes a value away.")
public record WebhookEndpointPatchBody(
        String url,
        String description,
        EndpointStatus status,
        List<String> events,
        Map<String, String> headers,
        Map<String, Object> metadata) {

    static EndpointChange read(Patch patch, WebhookEndpoint present) {
        var change = new EndpointChange(
                Given.required("url", patch.text("url")),
                patch.text("description"),
                Given.required("status", patch.word("status", EndpointStatus.class)),
                Given.required("events", patch.words("events").map(List::copyOf)),
                patch.merged(Headers.MEMBER, new LinkedHashMap<>(present.headers()))
                        .map(Headers::given),
                patch.merged("metadata", present.metadata()));
        patch.done();
        return change;
    }
}

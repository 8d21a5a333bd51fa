package org.roster.http.openapi;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** What no endpoint says of itself, since all have it: that it may be sent twice, or asked what would happen. */
final class RetryDocument {

    private RetryDocument() {}

    static void addTo(Operation operation, Endpoint endpoint) {
        if (endpoint.takesKey()) {
            operation.addParameter(OASFactory.createParameter()
                    .in(Parameter.In.HEADER)
                    .name("Idempotency-Key")
                    .description("Makes it safe to send the request again: it has its effect once, and its answer is"
                            + " repeated for 24 hours, with `Idempotency-Replayed: true`")
                    .schema(OASFactory.createSchema()
                            .addType(Schema.SchemaType.STRING)
                            .minLength(1)
                            .maxLength(255)));
        }
        if (endpoint.rehearses()) {
            operation.addParameter(OASFactory.createParameter()
                    .in(Parameter.In.QUERY)
                    .name("dry_run")
                    .description("With `true` nothing is changed: status 200, and a body that tells the answer, the"
                            + " events, the mails and the deliveries that there would be")
                    .schema(OASFactory.createSchema()
                            .addType(Schema.SchemaType.BOOLEAN)
                            .defaultValue(false)));
        }
    }
}

package org.roster.http.openapi;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.roster.http.Contract;
import org.roster.http.Failure;
import org.roster.http.Json;
import org.roster.refusal.Refusal;

/**
 * Adds to each operation its security, read from {@code @RolesAllowed}, and the answers to its failures, by asking the
 * contract itself how it words them; the examples are the exchanges of the contract kit. None of it can fall behind the
 * code.
 */
public class PublishedDocument implements OASFilter {

    private static final String BY_TOKEN = "oauth2";
    private static final String BY_BEARER = "bearer";
    private static final String BY_PASSWORD = "basic";
    private static final String BY_KEY = "apiKey";
    private static final String BY_DEMANDED_KEY = "key";

    private final TreeSet<String> scopes = new TreeSet<>();
    private final Map<String, Schema> schemas = new TreeMap<>();

    @Override
    public Operation filterOperation(Operation operation) {
        var id = operation.getOperationId();
        var endpoint = id == null ? null : Endpoint.of(id).orElse(null);
        if (endpoint == null) {
            return operation;
        }
        operation.setOperationId(endpoint.operationId());
        if (!endpoint.everyone()) {
            scopes.addAll(endpoint.scopes());
            boolean demandsKey =
                    endpoint.contract().filter(Contract::demandsKey).isPresent();
            operation.setSecurity(demandsKey ? keyed() : security(endpoint.scopes()));
            if (demandsKey && !endpoint.scopes().isEmpty()) {
                // OpenAPI has no place for the scopes of a key.
                operation.addExtension("x-scopes", endpoint.scopes());
            }
        }
        endpoint.contract().ifPresent(contract -> {
            contract.describe(operation, endpoint.method());
            RetryDocument.addTo(operation, endpoint);
            addFailures(operation, endpoint, contract);
        });
        return operation;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        KitExamples.read().addTo(document);
        var components = document.getComponents();
        schemas.forEach((name, schema) -> {
            if (components.getSchemas() == null || !components.getSchemas().containsKey(name)) {
                components.addSchema(name, schema);
            }
        });
        var named = new LinkedHashMap<String, String>();
        scopes.forEach(scope -> named.put(scope, "May call what asks for " + scope));
        components.addSecurityScheme(
                BY_TOKEN,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.OAUTH2)
                        .description("A bearer token of the token endpoint")
                        .flows(OASFactory.createOAuthFlows()
                                .clientCredentials(OASFactory.createOAuthFlow()
                                        .tokenUrl("/oauth2/token")
                                        .scopes(named))));
        components.addSecurityScheme(
                BY_BEARER,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")
                        .description("Any bearer token of the token endpoint"));
        components.addSecurityScheme(
                BY_PASSWORD,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("basic")
                        .description("A user name and password, or an API key's id and secret"));
        components.addSecurityScheme(BY_KEY, keyIn("X-API-Key", "An API key: id, dot, secret"));
        components.addSecurityScheme(
                BY_DEMANDED_KEY, keyIn("key", "An API key: id, dot, secret; every request of this contract has it"));
    }

    private static SecurityScheme keyIn(String header, String description) {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.HEADER)
                .name(header)
                .description(description);
    }

    /** With scopes a token must hold one of them; without, any token will do, which is another scheme of OpenAPI. */
    private static List<SecurityRequirement> security(List<String> scopes) {
        var byToken = OASFactory.createSecurityRequirement();
        if (scopes.isEmpty()) {
            byToken.addScheme(BY_BEARER);
        } else {
            byToken.addScheme(BY_TOKEN, scopes);
        }
        return List.of(
                byToken,
                OASFactory.createSecurityRequirement().addScheme(BY_PASSWORD),
                OASFactory.createSecurityRequirement().addScheme(BY_KEY));
    }

    /** An API key says which application asks; a token beside it, on whose behalf. Either may hold the scope. */
    private static List<SecurityRequirement> keyed() {
        return List.of(
                OASFactory.createSecurityRequirement().addScheme(BY_DEMANDED_KEY),
                OASFactory.createSecurityRequirement()
                        .addScheme(BY_DEMANDED_KEY)
                        .addScheme(BY_BEARER));
    }

    private void addFailures(Operation operation, Endpoint endpoint, Contract contract) {
        endpoint.refusals()
                .forEach(reason -> add(operation, endpoint, contract, Failure.of(new Refusal(reason, null, "why"))));
        endpoint.failures().forEach(kind -> {
            var subject =
                    endpoint.scopes().isEmpty() ? "member" : endpoint.scopes().get(0);
            var failure = kind == Failure.Kind.INVALID
                    ? Failure.invalid(List.of(new Failure.Violation("member", "what must hold")))
                    : Failure.of(kind, subject, "what went wrong");
            add(operation, endpoint, contract, failure);
        });
    }

    private void add(Operation operation, Endpoint endpoint, Contract contract, Failure failure) {
        try (Response worded = contract.render(failure, endpoint.httpMethod(), endpoint.path())) {
            var status = String.valueOf(worded.getStatus());
            var responses = operation.getResponses();
            if (responses != null && responses.hasAPIResponse(status)) {
                return;
            }
            if (responses == null) {
                responses = OASFactory.createAPIResponses();
                operation.setResponses(responses);
            }
            responses.addAPIResponse(status, describe(worded));
        }
    }

    private APIResponse describe(Response worded) {
        var status = Status.fromStatusCode(worded.getStatus());
        var response = OASFactory.createAPIResponse()
                .description(status == null ? "Status " + worded.getStatus() : status.getReasonPhrase());
        var entity = worded.getEntity();
        if (entity == null) {
            return response;
        }
        var type = worded.getMediaType() == null
                ? "application/json"
                : worded.getMediaType().toString();
        MediaType media = OASFactory.createMediaType().schema(schemaOf(entity));
        media.setExample(Json.MAPPER.convertValue(entity, Object.class));
        return response.content(OASFactory.createContent().addMediaType(type, media));
    }

    private Schema schemaOf(Object entity) {
        if (!entity.getClass().isRecord()) {
            return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
        }
        return RecordSchemas.reference(entity.getClass(), schemas);
    }
}

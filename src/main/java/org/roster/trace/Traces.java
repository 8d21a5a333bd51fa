package org.roster.trace;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Where spans begin. They go to a collector by OTLP if the environment names one, by the variables that OpenTelemetry has for all
 * its programs ({@code OTEL_EXPORTER_OTLP_ENDPOINT} turns it on); otherwise there are none, and nothing of the library is loaded.
 */
@ApplicationScoped
public class Traces {

    /** Spans that are sent somewhere. */
    interface Sender extends AutoCloseable {

        Span request(String method, UnaryOperator<@Nullable String> header);

        Span part(String name);

        @Override
        void close();
    }

    @Inject
    @ConfigProperty(name = "OTEL_EXPORTER_OTLP_ENDPOINT")
    Optional<String> endpoint;

    @Inject
    @ConfigProperty(name = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")
    Optional<String> endpointOfTraces;

    private @Nullable Sender sender;

    @PostConstruct
    void open() {
        if (endpoint.isPresent() || endpointOfTraces.isPresent()) {
            sender = new OpenTelemetrySender();
        }
    }

    /**
     * A request begins, perhaps as a part of what its sender does (W3C Trace Context).
     *
     * @param header a header of the request by its name, or null
     */
    public Span request(String method, UnaryOperator<@Nullable String> header) {
        var to = sender;
        return to == null ? Span.NONE : to.request(method, header);
    }

    /** A part begins of what the thread is doing. */
    public Span part(String name) {
        var to = sender;
        return to == null ? Span.NONE : to.part(name);
    }

    @PreDestroy
    void close() {
        var to = sender;
        if (to != null) {
            to.close();
        }
    }
}

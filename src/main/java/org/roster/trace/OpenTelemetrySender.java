package org.roster.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Sends by OpenTelemetry's library, which reads its settings from the environment itself. */
final class OpenTelemetrySender implements Traces.Sender {

    /** Where the environment says nothing. */
    private static final Map<String, String> DEFAULTS = Map.of(
            "otel.service.name", "roster",
            "otel.traces.exporter", "otlp",
            "otel.metrics.exporter", "none",
            "otel.logs.exporter", "none",
            "otel.propagators", "tracecontext",
            "otel.exporter.otlp.protocol", "http/protobuf");

    private static final TextMapGetter<UnaryOperator<@Nullable String>> HEADERS = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(UnaryOperator<@Nullable String> header) {
            return List.of("traceparent", "tracestate");
        }

        @Override
        public @Nullable String get(@Nullable UnaryOperator<@Nullable String> header, String name) {
            return header == null ? null : header.apply(name);
        }
    };

    private final OpenTelemetrySdk sdk;
    private final Tracer tracer;

    OpenTelemetrySender() {
        sdk = AutoConfiguredOpenTelemetrySdk.builder()
                .addPropertiesSupplier(() -> DEFAULTS)
                .setServiceClassLoader(OpenTelemetrySender.class.getClassLoader())
                .disableShutdownHook()
                .build()
                .getOpenTelemetrySdk();
        tracer = sdk.getTracer("org.roster");
    }

    @Override
    public Span request(String method, UnaryOperator<@Nullable String> header) {
        var from = sdk.getPropagators().getTextMapPropagator().extract(Context.root(), header, HEADERS);
        return begin(tracer.spanBuilder(method)
                .setParent(from)
                .setSpanKind(SpanKind.SERVER)
                .setAttribute("http.request.method", method));
    }

    @Override
    public Span part(String name) {
        return io.opentelemetry.api.trace.Span.current().isRecording() ? begin(tracer.spanBuilder(name)) : Span.NONE;
    }

    @Override
    public void close() {
        sdk.shutdown().join(5, TimeUnit.SECONDS);
    }

    @SuppressWarnings("MustBeClosedChecker") // whoever closes the span closes it
    private static Span begin(SpanBuilder builder) {
        var span = builder.startSpan();
        return new Sent(span, span.makeCurrent());
    }

    private record Sent(io.opentelemetry.api.trace.Span span, Scope scope) implements Span {

        @Override
        public void say(String name, String value) {
            span.setAttribute(AttributeKey.stringKey(name), value);
        }

        @Override
        public void say(String name, long value) {
            span.setAttribute(AttributeKey.longKey(name), value);
        }

        @Override
        public void rename(String name) {
            span.updateName(name);
        }

        @Override
        public void failed(String type) {
            span.setStatus(StatusCode.ERROR);
            span.setAttribute("error.type", type);
        }

        @Override
        public void close() {
            scope.close();
            span.end();
        }
    }
}

package io.dateline.contracts.message;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Carries the trace context from the fetch to the stored row, in the {@code traceparent} header of each message. */
public final class TraceHeaders {
    private static final TextMapGetter<String> TRACEPARENT_ONLY = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String carrier) {
            return List.of(MessageHeaders.TRACEPARENT);
        }

        @Override
        public String get(String carrier, String key) {
            return MessageHeaders.TRACEPARENT.equals(key) ? carrier : null;
        }
    };

    private TraceHeaders() {}

    /** The {@code traceparent} of a context, or null where it holds no valid span. */
    public static String traceparent(Context context) {
        Map<String, String> carrier = new HashMap<>();
        W3CTraceContextPropagator.getInstance().inject(context, carrier, Map::put);
        return carrier.get(MessageHeaders.TRACEPARENT);
    }

    /** The context a {@code traceparent} stands for; the root context where it is null or malformed. */
    public static Context context(String traceparent) {
        return traceparent == null
                ? Context.root()
                : W3CTraceContextPropagator.getInstance().extract(Context.root(), traceparent, TRACEPARENT_ONLY);
    }

    /** The trace id of a {@code traceparent}, or null where it is null or malformed. */
    public static String traceId(String traceparent) {
        var span = Span.fromContext(context(traceparent)).getSpanContext();
        return span.isValid() ? span.getTraceId() : null;
    }
}

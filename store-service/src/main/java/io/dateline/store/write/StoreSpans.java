package io.dateline.store.write;

import io.dateline.contracts.message.TraceHeaders;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Instant;

/** Ends each article's trace with the span of its storing. */
final class StoreSpans {
    private final Tracer tracer;

    StoreSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    /** Records the span where the trace is sampled. */
    void stored(String traceparent, String id, int revision, Instant begin, Instant end) {
        if (traceparent == null) {
            return;
        }
        Context parent = TraceHeaders.context(traceparent);
        if (!Span.fromContext(parent).getSpanContext().isSampled()) {
            return;
        }
        tracer.spanBuilder("store article")
                .setParent(parent)
                .setSpanKind(SpanKind.CONSUMER)
                .setStartTimestamp(begin)
                .setAttribute("dateline.article.id", id)
                .setAttribute("dateline.article.revision", revision)
                .startSpan()
                .end(end);
    }
}

package io.dateline.contracts.http;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** By what a problem that was answered is found in the log, and its trace where there is one. */
final class RequestId {
    private RequestId() {}

    /**
     * The trace id of the request that is being answered (32 hexadecimal digits, the caller's own where it sent a
     * {@code traceparent}); without tracing a new one of 16, so that each call gives another.
     */
    static String current() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? span.getTraceId()
                : HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}

package io.dateline.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.message.TraceHeaders;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceHeadersTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SPAN = "b7ad6b7169203331";

    @Test
    void carriesTheContextThereAndBack() {
        // Given
        SpanContext sent = SpanContext.create(TRACE, SPAN, TraceFlags.getSampled(), TraceState.getDefault());
        // When
        String traceparent = TraceHeaders.traceparent(Context.root().with(Span.wrap(sent)));
        SpanContext received =
                Span.fromContext(TraceHeaders.context(traceparent)).getSpanContext();
        // Then
        assertThat(traceparent).isEqualTo("00-" + TRACE + "-" + SPAN + "-01");
        assertThat(received.getTraceId()).isEqualTo(TRACE);
        assertThat(received.getSpanId()).isEqualTo(SPAN);
        assertThat(received.isSampled()).isTrue();
        assertThat(received.isRemote()).isTrue();
        assertThat(TraceHeaders.traceId(traceparent)).isEqualTo(TRACE);
        assertThat(TraceHeaders.traceparent(TraceHeaders.context(traceparent))).isEqualTo(traceparent);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad"
            })
    void whatIsNoTraceparentStartsANewTrace(String traceparent) {
        assertThat(TraceHeaders.traceId(traceparent)).isNull();
        assertThat(TraceHeaders.traceparent(TraceHeaders.context(traceparent))).isNull();
    }
}

package io.dateline.enrich.consume;

import io.dateline.contracts.article.ArticleLimits;
import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.message.DeadLetter;
import io.dateline.contracts.message.DeadLetterReason;
import io.dateline.contracts.message.Decoded;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.message.MessageHeaders;
import io.dateline.contracts.message.RecordPosition;
import io.dateline.contracts.message.TraceHeaders;
import io.dateline.enrich.pipeline.Pipeline;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jboss.logging.Logger;

/** Turns one raw record into an enriched message or a dead letter. Touches no network; thread-safe. */
final class RecordEnricher {
    private static final Logger LOG = Logger.getLogger(RecordEnricher.class);
    private static final String SERVICE = "enrich";
    /** Headers and framing count towards the broker's limit of a message. */
    private static final int ROOM_FOR_HEADERS = 4 * 1024;

    private final Pipeline pipeline;
    private final Tracer tracer;
    private final InstantSource clock;
    private final int largest;

    RecordEnricher(Pipeline pipeline, Tracer tracer, InstantSource clock) {
        this(pipeline, tracer, clock, ArticleLimits.MESSAGE - ROOM_FOR_HEADERS);
    }

    RecordEnricher(Pipeline pipeline, Tracer tracer, InstantSource clock, int largest) {
        this.pipeline = pipeline;
        this.tracer = tracer;
        this.clock = clock;
        this.largest = largest;
    }

    Outcome enrich(ConsumerRecord<byte[], byte[]> record) {
        Decoded<RawArticle> decoded = MessageCodec.decodeRaw(record.headers(), record.value());
        return decoded instanceof Decoded.Refused<RawArticle> refused
                ? dead(record, refused.reason(), refused.detail())
                : traced(record, ((Decoded.Message<RawArticle>) decoded).value());
    }

    private Outcome traced(ConsumerRecord<byte[], byte[]> record, RawArticle article) {
        Context parent = TraceHeaders.context(MessageCodec.header(record.headers(), MessageHeaders.TRACEPARENT));
        Span span = tracer.spanBuilder("enrich article")
                .setParent(parent)
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute("dateline.article.id", article.id())
                .startSpan();
        try {
            EnrichedArticle enriched = pipeline.enrich(article);
            byte[] value = MessageCodec.encode(enriched);
            if (value.length > largest) {
                span.setStatus(StatusCode.ERROR, "too large");
                return dead(
                        record,
                        DeadLetterReason.TOO_LARGE,
                        "with its tags it has " + value.length + " bytes, " + largest + " can be sent");
            }
            String traceparent = TraceHeaders.traceparent(parent.with(span));
            Headers headers = MessageCodec.headers(enriched, "/enrich", clock.instant(), traceparent);
            RecordPosition.of(record).addAsRaw(headers);
            Long reprocessing = MessageCodec.reprocessing(record.headers());
            if (reprocessing != null) {
                headers.add(MessageHeaders.REPROCESSING, reprocessing.toString().getBytes(StandardCharsets.UTF_8));
            }
            return new Outcome.Enriched(record, article.id(), article.fetchedAt(), value, headers);
        } catch (RuntimeException | StackOverflowError e) {
            // No other try would go better, and what is behind it must not wait.
            LOG.errorf(e, "article %s revision %d cannot be enriched", article.id(), article.revision());
            span.setStatus(StatusCode.ERROR, "enrichment failed");
            boolean told = e instanceof Pipeline.EnrichmentFailed;
            return dead(
                    record,
                    DeadLetterReason.ENRICHMENT_FAILED,
                    told ? e.getMessage() : e.getClass().getSimpleName());
        } finally {
            span.end();
        }
    }

    static Outcome.Dead dead(ConsumerRecord<byte[], byte[]> record, DeadLetterReason reason, String detail) {
        return new Outcome.Dead(DeadLetter.of(record, reason, detail, SERVICE));
    }
}

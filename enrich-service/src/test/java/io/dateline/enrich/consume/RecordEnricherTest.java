package io.dateline.enrich.consume;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.enriched.Entity;
import io.dateline.contracts.enriched.Span;
import io.dateline.contracts.message.DeadLetterReason;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.message.MessageHeaders;
import io.dateline.contracts.message.RecordPosition;
import io.dateline.contracts.topic.Topics;
import io.dateline.enrich.Samples;
import io.dateline.enrich.pipeline.Document;
import io.dateline.enrich.pipeline.Pipeline;
import io.dateline.enrich.pipeline.Step;
import io.dateline.enrich.pipeline.Tags;
import io.dateline.enrich.text.ModelFiles;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class RecordEnricherTest {
    private static final InstantSource NOW = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));
    private static final Tracer TRACER = OpenTelemetry.noop().getTracer("test");

    private static ConsumerRecord<byte[], byte[]> record(RawArticle article) {
        byte[] key = article.id().getBytes(StandardCharsets.UTF_8);
        ConsumerRecord<byte[], byte[]> record =
                new ConsumerRecord<>(Topics.RAW, 3, 42, key, MessageCodec.encode(article));
        MessageCodec.headers(article, "/ingest", NOW.instant(), null)
                .forEach(header -> record.headers().add(header));
        return record;
    }

    private static Pipeline with(Consumer<Tags> behaviour) {
        Step step = new Step() {
            @Override
            public String name() {
                return "odd";
            }

            @Override
            public String version() {
                return "1";
            }

            @Override
            public List<String> files() {
                return List.of();
            }

            @Override
            public void run(Document document, Tags tags) {
                behaviour.accept(tags);
            }
        };
        return new Pipeline(List.of(step), ModelFiles.bundled());
    }

    private static DeadLetterReason reason(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Dead.class);
        return ((Outcome.Dead) outcome).letter().reason();
    }

    @Test
    void saysWhichRawRecordAnEnrichedMessageWasMadeOf() {
        // When
        Outcome outcome = new RecordEnricher(with(tags -> {}), TRACER, NOW).enrich(record(Samples.seed()));
        // Then
        RecordPosition raw = RecordPosition.rawOf(((Outcome.Enriched) outcome).headers());
        assertThat(raw).isEqualTo(new RecordPosition(Topics.RAW, 3, 42, null));
    }

    @Test
    void carriesTheNumberOfAReprocessingOnAndNothingElseThatStandsInItsPlace() {
        // Given
        RecordEnricher enricher = new RecordEnricher(with(tags -> {}), TRACER, NOW);
        ConsumerRecord<byte[], byte[]> numbered = record(Samples.seed());
        ConsumerRecord<byte[], byte[]> forged = record(Samples.seed());
        numbered.headers().add(MessageHeaders.REPROCESSING, "42".getBytes(StandardCharsets.UTF_8));
        forged.headers().add(MessageHeaders.REPROCESSING, new byte[1 << 20]);
        // When
        Outcome kept = enricher.enrich(numbered);
        Outcome left = enricher.enrich(forged);
        // Then
        assertThat(MessageCodec.reprocessing(((Outcome.Enriched) kept).headers()))
                .isEqualTo(42);
        assertThat(((Outcome.Enriched) left).headers().lastHeader(MessageHeaders.REPROCESSING))
                .isNull();
    }

    @Test
    void deadLettersAResultLargerThanAMessageMayBe() {
        // Given
        ConsumerRecord<byte[], byte[]> record = record(Samples.seed());
        Outcome whole = new RecordEnricher(Samples.PIPELINE, TRACER, NOW).enrich(record);
        int size = ((Outcome.Enriched) whole).value().length;
        // When
        Outcome atLimit = new RecordEnricher(Samples.PIPELINE, TRACER, NOW, size).enrich(record);
        Outcome past = new RecordEnricher(Samples.PIPELINE, TRACER, NOW, size - 1).enrich(record);
        // Then
        assertThat(atLimit).isInstanceOf(Outcome.Enriched.class);
        assertThat(reason(past)).isEqualTo(DeadLetterReason.TOO_LARGE);
        assertThat(((Outcome.Dead) past).letter().value()).isEqualTo(record.value());
    }

    @Test
    void deadLettersAnArticleAStepFailsOn() {
        // Given
        Pipeline failing = with(tags -> {
            throw new IllegalStateException("article text that must not leave");
        });
        // When
        Outcome outcome = new RecordEnricher(failing, TRACER, NOW).enrich(record(Samples.seed()));
        // Then
        assertThat(reason(outcome)).isEqualTo(DeadLetterReason.ENRICHMENT_FAILED);
        assertThat(MessageCodec.header(((Outcome.Dead) outcome).letter().headers(), "dead-letter-detail"))
                .isEqualTo("step odd/1: IllegalStateException");
    }

    @Test
    void deadLettersAnArticleThatIsNestedTooDeeplyForAStep() {
        // Given
        Pipeline failing = with(tags -> {
            throw new StackOverflowError();
        });
        // When
        Outcome outcome = new RecordEnricher(failing, TRACER, NOW).enrich(record(Samples.seed()));
        // Then
        assertThat(reason(outcome)).isEqualTo(DeadLetterReason.ENRICHMENT_FAILED);
    }

    @Test
    void deadLettersAnArticleWhoseTagsLackTheirEvidence() {
        // Given
        Span wrong = new Span("body", 0, 4, "Bern");
        Pipeline lying = with(tags -> tags.entities(List.of(new Entity(
                "loc:bern", Entity.Type.LOC, "Bern", 0.5, List.of(), null, null, null, List.of(wrong), "odd/1"))));
        // When
        Outcome outcome = new RecordEnricher(lying, TRACER, NOW).enrich(record(Samples.seed()));
        // Then
        assertThat(reason(outcome)).isEqualTo(DeadLetterReason.ENRICHMENT_FAILED);
    }
}

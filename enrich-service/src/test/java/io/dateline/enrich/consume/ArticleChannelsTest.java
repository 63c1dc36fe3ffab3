package io.dateline.enrich.consume;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.message.Decoded;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.message.MessageHeaders;
import io.dateline.contracts.message.TraceHeaders;
import io.dateline.contracts.ops.MetricNames;
import io.dateline.contracts.topic.Lane;
import io.dateline.contracts.topic.Topics;
import io.dateline.enrich.Samples;
import io.dateline.testinfra.InfraResource;
import io.dateline.testinfra.TestInfra;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@WithTestResource(InfraResource.class)
class ArticleChannelsTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Inject
    MeterRegistry meters;

    private KafkaProducer<byte[], byte[]> producer;

    @BeforeEach
    void open() {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestInfra.get().kafkaBootstrap(), "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    @AfterEach
    void close() {
        producer.close();
    }

    private static RawArticle article() {
        String id = "tx-" + UUID.randomUUID().toString().replace("-", "");
        return Samples.seed().toBuilder().id(id).fetchedAt(Instant.now()).build();
    }

    private void send(String topic, String key, byte[] value, Headers headers) throws Exception {
        producer.send(new ProducerRecord<>(topic, null, key.getBytes(StandardCharsets.UTF_8), value, headers))
                .get();
    }

    private void send(Lane lane, RawArticle article) throws Exception {
        Headers headers = MessageCodec.headers(article, "/ingest", Instant.now(), TRACE);
        send(lane.rawTopic(), article.id(), MessageCodec.encode(article), headers);
    }

    /** All records of a topic with one of these keys, once there are that many. */
    private static List<ConsumerRecord<byte[], byte[]>> read(String topic, List<String> keys) {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", TestInfra.get().kafkaBootstrap(), "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            await().atMost(SOON).untilAsserted(() -> {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    if (keys.contains(new String(record.key(), StandardCharsets.UTF_8))) {
                        found.add(record);
                    }
                }
                assertThat(found).hasSizeGreaterThanOrEqualTo(keys.size());
            });
        }
        return found;
    }

    private double count(Lane lane, String outcome, String reason) {
        Counter counter = meters.find(MetricNames.ARTICLES)
                .tag(MetricNames.LANE, lane.label())
                .tag(MetricNames.OUTCOME, outcome)
                .tag(MetricNames.REASON, reason)
                .counter();
        return counter == null ? 0 : counter.count();
    }

    @ParameterizedTest
    @EnumSource(Lane.class)
    void enrichesEachLaneOnItsOwnTopicAndCarriesTheTraceOn(Lane lane) throws Exception {
        // Given
        double before = count(lane, "enriched", MetricNames.NO_REASON);
        RawArticle article = article();
        // When
        send(lane, article);
        // Then
        ConsumerRecord<byte[], byte[]> record =
                read(lane.enrichedTopic(), List.of(article.id())).get(0);
        var decoded = MessageCodec.decodeEnriched(record.headers(), record.value());
        assertThat(decoded).isInstanceOf(Decoded.Message.class);
        EnrichedArticle enriched = ((Decoded.Message<EnrichedArticle>) decoded).value();
        assertThat(enriched.article()).isEqualTo(article);
        assertThat(enriched.dateline().agency()).isEqualTo("AZERTAC");
        String traceparent = MessageCodec.header(record.headers(), MessageHeaders.TRACEPARENT);
        assertThat(TraceHeaders.traceId(traceparent)).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(count(lane, "enriched", MetricNames.NO_REASON))
                        .isEqualTo(before + 1));
    }

    @Test
    void deadLettersWhatCanNeverBeEnrichedAndNothingElse() throws Exception {
        // Given
        RawArticle good = article();
        RawArticle invalid = article().toBuilder().title(" ").build();
        Headers future = new RecordHeaders()
                .add(MessageHeaders.CE_TYPE, "io.dateline.article.raw.v9".getBytes(StandardCharsets.UTF_8));
        String broken = "broken-" + UUID.randomUUID();
        String newer = "newer-" + UUID.randomUUID();
        byte[] garbage = {'{', '"', (byte) 0xFF, 0, 'x'};
        double enriched = count(Lane.LIVE, "enriched", MetricNames.NO_REASON);
        double undecodable = count(Lane.LIVE, MetricNames.DEAD_LETTERED, "undecodable");
        // When
        send(Topics.RAW, broken, garbage, MessageCodec.headers(good, "/ingest", Instant.now(), null));
        send(Topics.RAW, newer, MessageCodec.encode(good), future);
        send(
                Topics.RAW,
                invalid.id(),
                MessageCodec.encode(invalid),
                MessageCodec.headers(invalid, "/ingest", Instant.now(), null));
        send(Lane.LIVE, good);
        // Then
        var letters = read(Topics.deadLetter(Topics.RAW), List.of(broken, newer, invalid.id()));
        assertThat(letters)
                .hasSize(3)
                .allSatisfy(
                        letter -> assertThat(MessageCodec.header(letter.headers(), MessageHeaders.DEAD_LETTER_TOPIC))
                                .isEqualTo(Topics.RAW));
        assertThat(letters)
                .extracting(letter -> MessageCodec.header(letter.headers(), MessageHeaders.DEAD_LETTER_REASON))
                .containsExactlyInAnyOrder("undecodable", "unknown-version", "invalid");
        assertThat(letters).anySatisfy(letter -> assertThat(letter.value()).isEqualTo(garbage));
        read(Topics.ENRICHED, List.of(good.id()));
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(count(Lane.LIVE, "enriched", MetricNames.NO_REASON)).isEqualTo(enriched + 1);
            assertThat(count(Lane.LIVE, MetricNames.DEAD_LETTERED, "undecodable"))
                    .isEqualTo(undecodable + 1);
        });
    }

    @Test
    void isReadyAndReportsToServicesStatus() {
        // Given
        int port = ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class);
        int management =
                port == 0 ? ConfigProvider.getConfig().getValue("quarkus.management.port", Integer.class) : port;
        // When / Then
        await().atMost(SOON)
                .untilAsserted(() ->
                        given().port(management).get("/q/health/ready").then().statusCode(200));
        given().port(management).get("/q/health/live").then().statusCode(200);
        given().port(management).get("/q/health/started").then().statusCode(200);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", TestInfra.get().kafkaBootstrap()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(Topics.SERVICES_STATUS, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            await().atMost(SOON).untilAsserted(() -> {
                List<String> keys = new ArrayList<>();
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> keys.add(new String(record.key(), StandardCharsets.UTF_8)));
                assertThat(keys).anyMatch(key -> key.startsWith("enrich-"));
            });
        }
    }
}

package io.dateline.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.topic.TopicCatalog;
import io.dateline.contracts.topic.TopicSettings;
import io.dateline.contracts.topic.Topics;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Kafka channels of each service keep to the topic catalogue, to asyncapi.yaml and to the delivery promises. */
class ServiceChannelsTest {
    private static final String PREFIX = "mp.messaging.";
    private static final int LARGEST_MESSAGE = 8 * 1024 * 1024;

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "enrich", "store"})
    void everyChannelNamesATopicOfTheCatalogue(String service) throws IOException {
        // Given
        Set<String> topics =
                TopicCatalog.all().stream().map(TopicSettings::name).collect(Collectors.toSet());
        // When
        Map<String, Map<String, String>> channels = channels(service);
        // Then
        assertThat(channels).isNotEmpty().allSatisfy((channel, settings) -> {
            assertThat(settings.get("connector")).as("connector").isEqualTo("smallrye-kafka");
            assertThat(settings.get("topic")).as("topic").isIn(topics);
            assertThat(settings.get("cloud-events")).as("cloud-events").isEqualTo("false");
            assertThat(settings.get("tracing-enabled")).as("tracing-enabled").isEqualTo("false");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "enrich", "store"})
    void everyOutgoingChannelWaitsForAllReplicasAndFitsTheLargestMessage(String service) throws IOException {
        // When
        Map<String, Map<String, String>> outgoing = channels(service, "outgoing");
        // Then
        assertThat(outgoing).isNotEmpty().allSatisfy((channel, settings) -> {
            assertThat(settings.get("acks")).as("acks").isEqualTo("all");
            assertThat(settings.get("compression.type")).as("compression.type").isEqualTo("zstd");
            if (settings.get("topic").startsWith("articles.")) {
                assertThat(settings.get("max.request.size"))
                        .as("max.request.size")
                        .isNotNull();
                assertThat(Integer.parseInt(settings.get("max.request.size"))).isGreaterThan(LARGEST_MESSAGE);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"enrich", "store"})
    void everyIncomingChannelStartsAtTheBeginningAndLosesNothing(String service) throws IOException {
        // When
        Map<String, Map<String, String>> incoming = channels(service, "incoming");
        // Then
        assertThat(incoming).isNotEmpty().allSatisfy((channel, settings) -> {
            assertThat(settings.get("auto.offset.reset"))
                    .as("auto.offset.reset")
                    .isEqualTo("earliest");
            assertThat(settings.get("failure-strategy")).as("failure-strategy").isNotBlank();
            assertThat(settings.get("commit-strategy")).as("commit-strategy").isNotBlank();
            assertThat(settings.get("group.id")).as("group.id").isNotBlank();
            if (settings.get("topic").startsWith("articles.")) {
                assertThat(settings.get("group.id")).isEqualTo(AsyncApiTest.group(service, settings.get("topic")));
                assertThat(settings.get("batch")).as("batch").isEqualTo("true");
                assertThat(settings.get("value.deserializer")).endsWith(".ByteArrayDeserializer");
                if ("throttled".equals(settings.get("commit-strategy"))) {
                    assertThat(settings.get("throttled.unprocessed-record-max-age.ms"))
                            .as("a consumer that waits for its database is not restarted")
                            .isEqualTo("0");
                }
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "enrich", "store"})
    void channelsAndAsyncApiTellTheSame(String service) throws IOException {
        // Given
        Map<String, Set<String>> operations = AsyncApiTest.operations();
        Set<String> sends = operations.get(service + "/send");
        Set<String> receives = operations.getOrDefault(service + "/receive", Set.of());
        // When
        Set<String> out = topics(channels(service, "outgoing"));
        Set<String> in = topics(channels(service, "incoming"));
        // Then
        assertThat(sends).as("asyncapi.yaml has what is sent").containsAll(out);
        assertThat(receives).as("asyncapi.yaml has what is received").containsAll(in);
        // The topic of a dead letter is set record by record: one channel stands for both.
        assertThat(out).as("each topic sent to has a channel").containsAll(without(sends, Topics.DEAD_LETTER_SUFFIX));
        if (sends.stream().anyMatch(topic -> topic.endsWith(Topics.DEAD_LETTER_SUFFIX))) {
            assertThat(out).anyMatch(topic -> topic.endsWith(Topics.DEAD_LETTER_SUFFIX));
        }
        // The ops page reads status and dead-letter topics without a group: only article topics need a channel.
        assertThat(in)
                .as("each article topic received has a channel")
                .containsAll(without(receives, Topics.DEAD_LETTER_SUFFIX).stream()
                        .filter(topic -> topic.startsWith("articles."))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"enrich", "store"})
    void lanesNeverShareAGroup(String service) throws IOException {
        // When
        Map<String, Map<String, String>> articles = channels(service, "incoming");
        articles.values().removeIf(settings -> !settings.get("topic").startsWith("articles."));
        // Then
        assertThat(articles.values().stream().map(settings -> settings.get("group.id")))
                .as("both lanes, and the sightings of both in the store")
                .hasSize(service.equals("store") ? 3 : 2)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"enrich, 1024", "store, 512"})
    void whatBothLanesHoldFitsIntoTheHeap(String service, long heap) throws IOException {
        // Given: Kafka's limits of bytes count compressed ones
        long body = 500_000;
        // When
        Map<String, Map<String, String>> lanes = channels(service, "incoming");
        lanes.values().removeIf(settings -> settings.get("topic").equals(Topics.SIGHTINGS));
        long held = lanes.values().stream()
                .mapToLong(settings -> Long.parseLong(settings.get("max.poll.records"))
                        * (1 + Long.parseLong(settings.get("max-queue-size-factor"))))
                .sum();
        // Then
        assertThat(lanes).hasSize(2);
        assertThat(held * body).isLessThan((heap << 20) / 2);
    }

    private static Set<String> without(Set<String> topics, String suffix) {
        return topics.stream().filter(topic -> !topic.endsWith(suffix)).collect(Collectors.toSet());
    }

    private static Set<String> topics(Map<String, Map<String, String>> channels) {
        return channels.values().stream()
                .map(settings -> settings.get("topic"))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Settings by {@code direction.channel}. */
    private static Map<String, Map<String, String>> channels(String service) throws IOException {
        Map<String, Map<String, String>> both = channels(service, "incoming");
        both.putAll(channels(service, "outgoing"));
        return both;
    }

    private static Map<String, Map<String, String>> channels(String service, String direction) throws IOException {
        Path file = Path.of("..", service + "-service", "src", "main", "resources", "application.properties");
        Properties all = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            all.load(in);
        }
        Map<String, Map<String, String>> channels = new TreeMap<>();
        String prefix = PREFIX + direction + ".";
        for (String key : all.stringPropertyNames()) {
            if (key.startsWith(prefix)) {
                String[] parts = key.substring(prefix.length()).split("\\.", 2);
                channels.computeIfAbsent(direction + "." + parts[0], name -> new TreeMap<>())
                        .put(parts[1], resolved(all, all.getProperty(key)));
            }
        }
        shared(all, PREFIX + "connector.smallrye-kafka.", channels);
        shared(all, "kafka.", channels);
        return channels;
    }

    /** What is set for every channel holds where a channel says nothing else. */
    private static void shared(Properties all, String prefix, Map<String, Map<String, String>> channels) {
        for (String key : all.stringPropertyNames()) {
            if (key.startsWith(prefix)) {
                String name = key.substring(prefix.length());
                channels.values().forEach(settings -> settings.putIfAbsent(name, resolved(all, all.getProperty(key))));
            }
        }
    }

    /** Takes the default of {@code ${NAME:default}} and the value of {@code ${other.key}}. */
    private static String resolved(Properties all, String value) {
        if (!value.startsWith("${") || !value.endsWith("}")) {
            return value.trim();
        }
        String[] parts = value.substring(2, value.length() - 1).split(":", 2);
        return parts.length == 2 ? parts[1] : all.getProperty(parts[0], "");
    }
}

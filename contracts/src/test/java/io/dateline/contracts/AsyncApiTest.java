package io.dateline.contracts;

import static io.dateline.contracts.RecordsAndSchemasTest.names;
import static io.dateline.contracts.RecordsAndSchemasTest.values;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.contracts.message.DeadLetterReason;
import io.dateline.contracts.message.MessageHeaders;
import io.dateline.contracts.message.MessageType;
import io.dateline.contracts.topic.Lane;
import io.dateline.contracts.topic.TopicCatalog;
import io.dateline.contracts.topic.TopicSettings;
import io.dateline.contracts.topic.Topics;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** asyncapi.yaml, topics.json, the schema files and the constants say the same, each with nothing missing or extra. */
class AsyncApiTest {
    private static final JsonNode API = Schemas.resource("/asyncapi.yaml");

    @Test
    void constantsAndCatalogueNameTheSameTopics() {
        // Given
        Set<String> wanted = new HashSet<>(constants(Topics.class));
        wanted.remove(Topics.DEAD_LETTER_SUFFIX);
        Set<String> named = new HashSet<>(wanted);
        Stream.of(Lane.values()).forEach(lane -> {
            wanted.add(Topics.deadLetter(lane.rawTopic()));
            wanted.add(Topics.deadLetter(lane.enrichedTopic()));
        });
        wanted.add(Topics.deadLetter(Topics.SIGHTINGS));
        // When
        List<String> catalogue =
                TopicCatalog.all().stream().map(TopicSettings::name).toList();
        // Then
        assertThat(catalogue).containsExactlyInAnyOrderElementsOf(wanted).containsAll(named);
    }

    @Test
    void channelsAreTheCatalogueWithItsSettings() {
        // When
        Map<String, JsonNode> channels = byAddress();
        // Then
        assertThat(API.get("channels")).hasSize(TopicCatalog.all().size());
        assertThat(channels.keySet())
                .isEqualTo(TopicCatalog.all().stream().map(TopicSettings::name).collect(Collectors.toSet()));
        for (TopicSettings topic : TopicCatalog.all()) {
            JsonNode kafka = channels.get(topic.name()).at("/bindings/kafka");
            assertThat(kafka.get("topic").asText()).isEqualTo(topic.name());
            assertThat(kafka.get("partitions").asInt()).as(topic.name()).isEqualTo(topic.partitions());
            assertThat(settings(kafka.get("topicConfiguration")))
                    .as(topic.name())
                    .isEqualTo(topic.config());
        }
    }

    @Test
    void everyReferenceLeadsSomewhereAndEverySchemaIsUsed() {
        // Given
        List<String> references = new ArrayList<>();
        // When
        API.findValuesAsText("$ref").forEach(references::add);
        // Then
        assertThat(references)
                .filteredOn(ref -> ref.startsWith("#"))
                .isNotEmpty()
                .allSatisfy(ref -> assertThat(API.at(ref.substring(1)).isMissingNode())
                        .as(ref)
                        .isFalse());
        assertThat(references)
                .filteredOn(ref -> !ref.startsWith("#"))
                .containsExactlyInAnyOrderElementsOf(
                        Schemas.ALL.stream().map(name -> "./schemas/" + name).toList());
    }

    @Test
    void messageTypesAreTheOnesOfTheCode() {
        // When
        JsonNode messages = API.at("/components/messages");
        Set<String> types = messages.findValues("ce_type").stream()
                .map(type -> type.path("const").asText())
                .collect(Collectors.toSet());
        // Then
        assertThat(types)
                .isEqualTo(
                        Stream.of(MessageType.values()).map(MessageType::ceType).collect(Collectors.toSet()));
        assertThat(messages.at("/rawArticle/name").asText()).isEqualTo(MessageType.RAW_ARTICLE.ceType());
        assertThat(messages.at("/enrichedArticle/name").asText()).isEqualTo(MessageType.ENRICHED_ARTICLE.ceType());
        assertThat(messages.at("/sighting/name").asText()).isEqualTo(MessageType.SIGHTING.ceType());
    }

    @Test
    void headersAreTheOnesOfTheCode() {
        // Given
        Set<String> ours = new HashSet<>(constants(MessageHeaders.class));
        ours.remove(MessageHeaders.DEAD_LETTER_PREFIX);
        // When
        JsonNode schemas = API.at("/components/schemas");
        Set<String> deadLetter = names(schemas.at("/deadLetter/properties"));
        Set<String> cloudEvent = names(schemas.at("/cloudEvent/properties"));
        // Then
        assertThat(deadLetter).allMatch(name -> name.startsWith(MessageHeaders.DEAD_LETTER_PREFIX));
        assertThat(values(schemas.at("/deadLetter/required"))).isEqualTo(deadLetter);
        assertThat(Stream.concat(deadLetter.stream(), cloudEvent.stream()).collect(Collectors.toSet()))
                .isEqualTo(ours);
        assertThat(values(schemas.at("/deadLetter/properties/dead-letter-reason/enum")))
                .isEqualTo(Stream.of(DeadLetterReason.values())
                        .map(DeadLetterReason::code)
                        .collect(Collectors.toSet()));
    }

    @Test
    void everyTopicIsWrittenAndReadAndEachServiceKeepsToItsPart() {
        // When
        Map<String, Set<String>> by = operations();
        // Then
        Set<String> all = byAddress().keySet();
        assertThat(union(by, "send")).isEqualTo(all);
        assertThat(by.get("ingest/send"))
                .containsExactlyInAnyOrder(
                        Topics.RAW, Topics.RAW_BACKFILL, Topics.SIGHTINGS, Topics.FEEDS_STATUS, Topics.SERVICES_STATUS);
        assertThat(by.get("ingest/receive")).isNull();
        assertThat(by.get("enrich/receive")).containsExactlyInAnyOrder(Topics.RAW, Topics.RAW_BACKFILL);
        assertThat(by.get("store/receive"))
                .contains(Topics.ENRICHED, Topics.ENRICHED_BACKFILL, Topics.SIGHTINGS)
                .doesNotContain(Topics.RAW);
        assertThat(union(by, "receive")).isEqualTo(all);
    }

    /** Topics by {@code service/action}, as the operations have them. */
    static Map<String, Set<String>> operations() {
        Map<String, Set<String>> by = new HashMap<>();
        for (JsonNode operation : API.get("operations")) {
            String service = operation.at("/tags/0/name").asText();
            String channel = operation.at("/channel/$ref").asText().substring(1);
            by.computeIfAbsent(service + "/" + operation.get("action").asText(), key -> new HashSet<>())
                    .add(API.at(channel).get("address").asText());
        }
        return by;
    }

    /** The consumer group of a service on a topic, as the operations have it. */
    static String group(String service, String topic) {
        for (JsonNode operation : API.get("operations")) {
            JsonNode group = operation.at("/bindings/kafka/groupId/const");
            if (!group.isMissingNode()
                    && operation.at("/tags/0/name").asText().equals(service)
                    && API.at(operation.at("/channel/$ref").asText().substring(1))
                            .get("address")
                            .asText()
                            .equals(topic)) {
                return group.asText();
            }
        }
        throw new AssertionError("asyncapi.yaml gives " + service + " no group on " + topic);
    }

    private static Set<String> union(Map<String, Set<String>> by, String action) {
        return by.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("/" + action))
                .flatMap(entry -> entry.getValue().stream())
                .collect(Collectors.toSet());
    }

    private static Map<String, JsonNode> byAddress() {
        Map<String, JsonNode> channels = new HashMap<>();
        API.get("channels")
                .forEach(channel -> channels.put(channel.get("address").asText(), channel));
        return channels;
    }

    private static Map<String, String> settings(JsonNode configuration) {
        Map<String, String> settings = new HashMap<>();
        configuration.fields().forEachRemaining(entry -> {
            List<String> words = new ArrayList<>();
            entry.getValue().forEach(word -> words.add(word.asText()));
            settings.put(
                    entry.getKey(),
                    entry.getValue().isArray()
                            ? String.join(",", words)
                            : entry.getValue().asText());
        });
        return settings;
    }

    private static List<String> constants(Class<?> type) {
        return Stream.of(type.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
                .map(field -> {
                    try {
                        return (String) field.get(null);
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
    }
}

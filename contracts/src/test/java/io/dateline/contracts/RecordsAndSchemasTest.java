package io.dateline.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.article.Sighting;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.status.FeedStatus;
import io.dateline.contracts.status.ServiceStatus;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Records and JSON Schemas say the same: every component a property of its type, every property a component. */
class RecordsAndSchemasTest {
    static Stream<Arguments> messages() {
        return Stream.of(
                Arguments.of(Schemas.RAW, Samples.fullRaw(), Samples.minimalRaw()),
                Arguments.of(Schemas.ENRICHED, Samples.fullEnriched(), Samples.minimalEnriched()),
                Arguments.of(Schemas.SIGHTING, Samples.fullSighting(), Samples.minimalSighting()),
                Arguments.of(Schemas.FEED, Samples.fullFeed(), Samples.minimalFeed()),
                Arguments.of(Schemas.SERVICE, Samples.fullService(), Samples.fullService()));
    }

    static Stream<Arguments> records() {
        return Stream.of(
                Arguments.of(Schemas.RAW, RawArticle.class),
                Arguments.of(Schemas.ENRICHED, EnrichedArticle.class),
                Arguments.of(Schemas.SIGHTING, Sighting.class),
                Arguments.of(Schemas.FEED, FeedStatus.class),
                Arguments.of(Schemas.SERVICE, ServiceStatus.class));
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyComponentIsAPropertyOfItsTypeAndTheOtherWayRound(String schema, Class<?> type) {
        // Given
        Set<JsonNode> seen = new HashSet<>();
        // When
        compare(type, Schemas.read(schema), Schemas.read(schema), seen);
        // Then
        JsonNode defs = Schemas.read(schema).path("$defs");
        assertThat(seen).as("no definition is left over").containsAll(defs);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void samplesAreValid(String schema, Object full, Object minimal) {
        // When
        JsonNode written = MessageCodec.json().valueToTree(full);
        // Then
        assertThat(Schemas.errors(schema, written)).isEmpty();
        assertThat(Schemas.errors(schema, minimal)).isEmpty();
        assertThat(names(written))
                .as("the sample is full")
                .isEqualTo(names(Schemas.read(schema).get("properties")));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void whatIsRequiredIsWhatIsAlwaysWritten(String schema, Object full, Object minimal) {
        // When
        JsonNode written = MessageCodec.json().valueToTree(minimal);
        // Then
        assertThat(values(Schemas.read(schema).get("required"))).isEqualTo(names(written));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everyRequiredFieldIsMissed(String schema, Object full, Object minimal) {
        for (String field : values(Schemas.read(schema).get("required"))) {
            // Given
            com.fasterxml.jackson.databind.node.ObjectNode message =
                    MessageCodec.json().valueToTree(full);
            // When
            message.remove(field);
            // Then
            assertThat(Schemas.errors(schema, message)).as(field).isNotEmpty();
        }
    }

    @Test
    void unknownFieldsPassEverywhere() {
        for (String schema : Schemas.ALL) {
            for (JsonNode object : objects(Schemas.read(schema))) {
                assertThat(object.get("additionalProperties").asBoolean(false)).isTrue();
            }
            assertThat(Schemas.read(schema).get("$id").asText()).isEqualTo(Schemas.BASE + schema);
            assertThat(Schemas.read(schema).get("$schema").asText())
                    .isEqualTo("https://json-schema.org/draft/2020-12/schema");
        }
    }

    private static List<JsonNode> objects(JsonNode schema) {
        List<JsonNode> found = new ArrayList<>(List.of(schema));
        schema.path("$defs").forEach(found::add);
        return found;
    }

    private static void compare(Class<?> type, JsonNode schema, JsonNode root, Set<JsonNode> seen) {
        if (!seen.add(schema)) {
            return;
        }
        assertThat(schema.path("type").asText()).as(type.getSimpleName()).isEqualTo("object");
        assertThat(names(schema.get("properties")))
                .as(type.getSimpleName())
                .isEqualTo(Stream.of(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .collect(java.util.stream.Collectors.toSet()));
        assertThat(names(schema.get("properties"))).containsAll(values(schema.get("required")));
        for (RecordComponent component : type.getRecordComponents()) {
            JsonNode property = schema.get("properties").get(component.getName());
            value(component.getGenericType(), property, root, seen, type.getSimpleName() + "." + component.getName());
            if (component.getType().isPrimitive()) {
                assertThat(values(schema.get("required"))).contains(component.getName());
            }
        }
    }

    private static void value(Type type, JsonNode property, JsonNode root, Set<JsonNode> seen, String where) {
        if (type instanceof ParameterizedType list) {
            assertThat(list.getRawType()).as(where).isEqualTo(List.class);
            assertThat(property.path("type").asText()).as(where).isEqualTo("array");
            value(list.getActualTypeArguments()[0], property.get("items"), root, seen, where + "[]");
            return;
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            String ref = property.path("$ref").asText();
            boolean local = ref.startsWith("#");
            JsonNode document = local ? root : Schemas.read(ref);
            compare(plain, local ? document.at(ref.substring(1)) : document, document, seen);
            return;
        }
        assertThat(property.path("type").asText()).as(where).isEqualTo(jsonType(plain));
        String format = plain == Instant.class ? "date-time" : plain == LocalDate.class ? "date" : "";
        assertThat(property.path("format").asText()).as(where).isEqualTo(format);
        if (plain.isEnum()) {
            assertThat(values(property.path("enum"))).as(where).isEqualTo(constants(plain));
        }
    }

    private static String jsonType(Class<?> type) {
        if (type == int.class || type == Integer.class || type == long.class) {
            return "integer";
        }
        if (type == double.class || type == Double.class) {
            return "number";
        }
        return type == boolean.class || type == Boolean.class ? "boolean" : "string";
    }

    private static Set<String> constants(Class<?> type) {
        Set<String> names = new HashSet<>();
        for (Field field : type.getFields()) {
            if (field.isEnumConstant()) {
                names.add(field.getAnnotation(JsonProperty.class).value());
            }
        }
        return names;
    }

    static Set<String> names(JsonNode object) {
        Set<String> names = new HashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    static Set<String> values(JsonNode array) {
        Set<String> values = new HashSet<>();
        array.forEach(value -> values.add(value.asText()));
        return values;
    }
}

package io.dateline.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.enriched.EvidenceRules;
import io.dateline.contracts.message.MessageCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceRulesTest {
    private static final ObjectNode FULL = MessageCodec.json().valueToTree(Samples.fullEnriched());

    @Test
    void takesWhatIsExact() {
        assertThat(EvidenceRules.violations(Samples.fullEnriched())).isEmpty();
        assertThat(EvidenceRules.violations(Samples.minimalEnriched())).isEmpty();
    }

    static Stream<String> spans() {
        return pointers(FULL, "", "surface").stream();
    }

    static Stream<String> makers() {
        return pointers(FULL, "", "by").stream();
    }

    @Test
    void sampleHasEverySpanAndEveryMaker() {
        assertThat(spans()).hasSize(17);
        assertThat(makers()).hasSize(7);
    }

    @ParameterizedTest
    @MethodSource("spans")
    void catchesASpanThatIsNotItsSurface(String at) {
        // Given
        int start = FULL.at(at).get("start").asInt();
        int end = FULL.at(at).get("end").asInt();
        // Then
        assertThat(violations(at, span -> span.put("start", start + 1).put("end", end + 1)))
                .singleElement()
                .asString()
                .endsWith("has a span that is not its surface");
        assertThat(violations(at, span -> span.put("start", -1))).hasSize(1);
        assertThat(violations(at, span -> span.put("end", Integer.MAX_VALUE))).hasSize(1);
        assertThat(violations(at, span -> span.put("end", start))).hasSize(1);
        assertThat(violations(at, span -> span.put("field", "title"))).hasSize(1);
        assertThat(violations(at, span -> span.put("field", "summary"))).hasSize(1);
        assertThat(violations(at, span -> span.remove("surface"))).hasSize(1);
        assertThat(violations(at, span -> span.remove("field"))).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("makers")
    void catchesATagThatNamesNoMaker(String at) {
        assertThat(violations(at, tag -> tag.remove("by")))
                .singleElement()
                .asString()
                .endsWith("names no maker");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/entities/0 mentions",
                "/topics/0 evidence",
                "/events/0 sentence",
                "/events/0 trigger",
                "/dates/0 span",
                "/quotes/0 words",
                "/dateline span"
            })
    void catchesMissingEvidence(String tagAndField) {
        // Given
        String[] parts = tagAndField.split(" ");
        // Then
        assertThat(violations(parts[0], tag -> tag.remove(parts[1])))
                .singleElement()
                .asString()
                .endsWith("has no evidence or names no maker");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/quotes/0 verb",
                "/quotes/0 speakerSpan",
                "/quotes/0 speaker",
                "/dateline place",
                "/events/0 dateSpan",
                "/events/0 mode",
                "/events/0/recipients/0 countrySpan"
            })
    void takesATagWithoutWhatItMayLack(String tagAndField) {
        String[] parts = tagAndField.split(" ");
        assertThat(violations(parts[0], tag -> tag.remove(parts[1]))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/entities/0 salience", "/topics/0 score", "/events/0 confidence", "/language confidence"})
    void catchesAShareOutsideItsRange(String tagAndField) {
        String[] parts = tagAndField.split(" ");
        for (double value : new double[] {-0.001, 1.001, Double.NaN}) {
            assertThat(violations(parts[0], tag -> tag.put(parts[1], value)))
                    .as(tagAndField + " " + value)
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/entities/0 id",
                "/entities/0 type",
                "/entities/0 name",
                "/topics/0 id",
                "/topics/0 label",
                "/events/0 type",
                "/language code",
                "/enrichment version",
                " article",
                " language",
                " enrichment",
                "/article title"
            })
    void rulesAndSchemaMissTheSameFields(String tagAndField) {
        // Given
        String[] parts = tagAndField.split(" ");
        ObjectNode message = FULL.deepCopy();
        ((ObjectNode) message.at(parts[0])).remove(parts[1]);
        // Then
        assertThat(EvidenceRules.violations(read(message))).hasSize(1);
        assertThat(Schemas.errors(Schemas.ENRICHED, (JsonNode) message)).isNotEmpty();
    }

    @Test
    void violationsNeverQuoteTheText() {
        // Given
        ObjectNode message = FULL.deepCopy();
        ((ObjectNode) message.at("/entities/0")).put("id", "per:secret").remove("by");
        ((ObjectNode) message.at("/events/0")).put("type", "secret").remove("trigger");
        // Then
        assertThat(EvidenceRules.violations(read(message))).hasSize(2).noneMatch(it -> it.contains("secret"));
    }

    private static List<String> violations(String at, java.util.function.Consumer<ObjectNode> change) {
        ObjectNode message = FULL.deepCopy();
        change.accept((ObjectNode) message.at(at));
        return EvidenceRules.violations(read(message));
    }

    private static EnrichedArticle read(JsonNode message) {
        return MessageCodec.json().convertValue(message, EnrichedArticle.class);
    }

    /** Where objects with this field are. */
    private static List<String> pointers(JsonNode node, String at, String field) {
        List<String> found = new ArrayList<>();
        if (node.has(field)) {
            found.add(at);
        }
        if (node.isObject()) {
            node.fields().forEachRemaining(e -> found.addAll(pointers(e.getValue(), at + "/" + e.getKey(), field)));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            found.addAll(pointers(node.get(i), at + "/" + i, field));
        }
        return found;
    }
}

package io.dateline.enrich.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.enriched.Language;
import io.dateline.contracts.enriched.Topic;
import io.dateline.enrich.Samples;
import io.dateline.enrich.pipeline.Document;
import io.dateline.enrich.pipeline.Explain;
import io.dateline.enrich.pipeline.Tags;
import io.dateline.enrich.text.ModelFiles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Texts of our own over the breadth of the news: the class whose topics add up to most must be the text's. Computing
 * counts as technology, wherever Media Topics files it.
 */
class FiveClassesTest {
    private static final int FEWEST_RIGHT_IN_A_HUNDRED = 93;
    private static final Set<String> CLASSES = Set.of("01000000", "04000000", "11000000", "13000000", "15000000");
    private static final Set<String> TECHNOLOGY = Set.of("medtop:20000225", "medtop:20000233", "medtop:20000548");

    private final TopicStep step = new TopicStep(ModelFiles.bundled());

    @Test
    void tellsTheFieldOfShortTexts() {
        // Given
        List<String> lines = Samples.text("topics/five-classes.tsv")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
        List<String> wrong = new ArrayList<>();
        // When
        for (String line : lines) {
            String[] cells = line.split("\t");
            String guess = strongest(topics(cells[1]));
            if (!guess.equals(cells[0])) {
                wrong.add(guess + " for " + line);
            }
        }
        // Then
        assertThat(lines).hasSizeGreaterThan(60);
        assertThat(wrong)
                .as(String.join("\n", wrong))
                .hasSizeLessThanOrEqualTo(lines.size() * (100 - FEWEST_RIGHT_IN_A_HUNDRED) / 100);
    }

    private List<Topic> topics(String text) {
        Tags tags = new Tags(Explain.NOTHING);
        tags.language(new Language("en", 1, "given/0"));
        step.run(Document.of(Samples.article("Untitled", text).build()), tags);
        return tags.topics();
    }

    private static String strongest(List<Topic> topics) {
        Map<String, Double> scores = new HashMap<>();
        for (Topic topic : topics) {
            List<String> chain = new ArrayList<>(topic.broader());
            chain.add(topic.id());
            boolean technology = chain.stream().anyMatch(TECHNOLOGY::contains);
            String top = chain.get(chain.size() == 1 ? 0 : chain.size() - 2).replace("medtop:", "");
            String kind = technology ? "13000000" : CLASSES.contains(top) ? top : "other";
            if (!kind.equals("other")) {
                scores.merge(kind, topic.score(), Double::sum);
            }
        }
        return scores.entrySet().stream()
                .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("none");
    }
}

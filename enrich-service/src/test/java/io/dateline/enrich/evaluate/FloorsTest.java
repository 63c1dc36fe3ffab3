package io.dateline.enrich.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.enrich.Samples;
import io.dateline.enrich.pipeline.Pipeline;
import io.dateline.enrich.text.ModelFiles;
import io.dateline.enrich.wiring.Steps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * How good the enricher is, held above the floors of {@code evaluation.tsv} with every set that ships. A change that breaks
 * one is worse than what was there; one that is better may raise its floor.
 */
class FloorsTest {
    private final Yardsticks yardsticks = load();

    @Test
    void findsAsMuchAsItsFloorsAsk() throws IOException {
        // Given
        Ground ground = ground(Samples.PIPELINE);
        // When
        List<String> broken = new ArrayList<>();
        for (Evaluation evaluation : shipped(ground)) {
            broken.addAll(broken(evaluation, ground));
        }
        // Then
        assertThat(broken).isEmpty();
    }

    @Test
    void measuresEveryStepWithWhatShips() {
        // Given
        Ground ground = ground(Samples.PIPELINE);
        // When / Then
        assertThat(shipped(ground))
                .extracting(Evaluation::step)
                .contains(
                        "date",
                        "dateline",
                        "entity",
                        "event",
                        "fingerprint",
                        "language",
                        "link",
                        "offsets",
                        "quote",
                        "topic");
        assertThat(shipped(ground))
                .allSatisfy(evaluation -> assertThat(yardsticks.measures(evaluation.step(), evaluation.set()))
                        .as("floors of %s on %s", evaluation.step(), evaluation.set())
                        .isNotEmpty());
    }

    @Test
    void noticesAStepThatFindsNothing() throws IOException {
        // Given
        Ground ground = ground(Steps.pipeline(
                ModelFiles.bundled(), Set.of("dateline", "date", "entity", "topic", "event", "quote", "fingerprint")));
        // When
        List<String> broken = new ArrayList<>();
        for (Evaluation evaluation : Stories.all()) {
            broken.addAll(broken(evaluation, ground));
        }
        // Then
        assertThat(broken)
                .contains(
                        "entity, news: F1 all reached 0.0 of 179, its floor is 87.0",
                        "topic, news: precision top terms reached nothing, its floor is 62.0",
                        "event, news: recall types reached 0.0 of 44, its floor is 70.0")
                .hasSize(Stories.all().stream()
                        .mapToInt(one ->
                                yardsticks.measures(one.step(), one.set()).size())
                        .sum());
    }

    private static Ground ground(Pipeline pipeline) {
        return new Ground(List.of(Evaluate.COMMITTED), ModelFiles.bundled(), pipeline);
    }

    private static List<Evaluation> shipped(Ground ground) {
        return Evaluate.all().stream()
                .filter(evaluation -> evaluation.needs().stream().allMatch(ground::has))
                .toList();
    }

    /** Each with what was reached; a floor under something that was not measured is broken. */
    private List<String> broken(Evaluation evaluation, Ground ground) throws IOException {
        Map<String, Figure> reached = new TreeMap<>();
        evaluation.run(ground).forEach(figure -> reached.put(figure.measure(), figure));
        List<String> broken = new ArrayList<>();
        for (String measure : yardsticks.measures(evaluation.step(), evaluation.set())) {
            Yardsticks.Yardstick held = yardsticks.of(evaluation.step(), evaluation.set(), measure);
            Figure figure = reached.get(measure);
            if (figure == null || held.brokenBy(figure.value())) {
                String value = figure == null ? "nothing" : "%.1f of %d".formatted(figure.value(), figure.of());
                broken.add("%s, %s: %s reached %s, its floor is %s"
                        .formatted(evaluation.step(), evaluation.set(), measure, value, held.floor()));
            }
        }
        return broken;
    }

    private static Yardsticks load() {
        try {
            return Yardsticks.load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

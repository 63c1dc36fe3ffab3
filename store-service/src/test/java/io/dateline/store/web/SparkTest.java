package io.dateline.store.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.store.ops.OpsMinute;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SparkTest {
    private static final Instant NOW = Instant.parse("2026-11-23T06:00:30Z");

    private static OpsMinute minute(int ago, double rate, long waiting) {
        return new OpsMinute(
                Instant.parse("2026-11-23T06:00:00Z").minusSeconds(60L * ago),
                Map.of("store", new OpsMinute.Stage(rate, waiting, 0)));
    }

    @Test
    void drawsABarForEachMinuteWithSomething() {
        // When
        List<Spark> sparks =
                Spark.of("store", List.of(minute(60, 9, 0), minute(59, 40, 0), minute(1, 0, 3), minute(0, 1, 0)), NOW);

        // Then
        assertThat(sparks).extracting(Spark::label).containsExactly("Rate", "Waiting", "Errors");
        assertThat(sparks.get(0).most()).isEqualTo("up to 40");
        assertThat(sparks.get(0).bars()).containsExactly(new Spark.Bar(0, 0, 20), new Spark.Bar(59, 19, 1));
        assertThat(sparks.get(1).most()).isEqualTo("up to 3");
        assertThat(sparks.get(1).bars()).containsExactly(new Spark.Bar(58, 0, 20));
        assertThat(sparks.get(2)).isEqualTo(new Spark("Errors", "none", List.of()));
    }

    @Test
    void ofAStageNobodySawThereIsNothing() {
        assertThat(Spark.of("ingest", List.of(minute(0, 1, 1)), NOW))
                .containsExactly(new Spark("Rate", "none", List.of()), new Spark("Errors", "none", List.of()));
        assertThat(Spark.of("store", List.of(), NOW)).isEmpty();
    }
}

package io.dateline.store.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.store.ops.OpsSnapshot;
import io.dateline.store.web.Station.Figure;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PictureTest {
    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");

    @Test
    void tellsWhatWaitsHowLongAndWhatWentWrong() {
        // Given
        OpsSnapshot snapshot = new OpsSnapshot(
                NOW,
                List.of(
                        new OpsSnapshot.Stage(
                                "enrich",
                                "live",
                                1,
                                3.2,
                                1_500L,
                                130_000L,
                                40.0,
                                900.0,
                                List.of(new OpsSnapshot.Counter("dead-lettered", "not-json", 7))),
                        new OpsSnapshot.Stage("store", "live", 1, 3.2, 0L, 7_000L, 5.0, 9.0, List.of())),
                List.of(new OpsSnapshot.DeadLetterTopic("articles.raw.dead-letter", 7, List.of())),
                new OpsSnapshot.Feeds(20, 10, 0, 3, 0, 0, 7, 0, List.of()),
                new OpsSnapshot.Storage(40, 50, NOW, 6_000_000, 2, new OpsSnapshot.Growth(2_500_000, 20, 840)),
                List.of(new OpsSnapshot.Instance("enrich-1", "enrich", NOW, NOW, true)),
                List.of());

        // When
        Map<String, Figure> figures = figures(OpsView.of(snapshot, List.of(), 4));

        // Then
        assertThat(figures.get("raw-waiting"))
                .isEqualTo(new Figure("raw-waiting", "waiting", "1,500", "#stage-enrich", true));
        assertThat(figures.get("raw-oldest").value()).isEqualTo("2 min");
        assertThat(figures.get("raw-dead")).isEqualTo(new Figure("raw-dead", "dead letters", "7", "#h-dead", true));
        assertThat(figures.get("enriched-dead").href()).isEqualTo("/ops/dead-letters");
        assertThat(figures.get("enriched-oldest").value()).isNull();
        assertThat(figures.get("enrich-rate").value()).isEqualTo("3.2");
        assertThat(figures.get("enrich-p99").value()).isEqualTo("900 ms");
        assertThat(figures.get("enrich-errors"))
                .isEqualTo(new Figure("enrich-errors", "errors, 24 h", "7", "#stage-enrich", true));
        assertThat(figures.get("feeds-silent"))
                .isEqualTo(new Figure("feeds-silent", "silent", "3", "/feeds?state=silent", true));
        assertThat(figures.get("feeds-failing").bad()).isFalse();
        assertThat(figures.get("database-growth").value()).isEqualTo("+2.5 MB in 14 min");
        assertThat(figures.get("readers-following").value()).isEqualTo("4");
    }

    @Test
    void hasTheSameBoxesAndLinesWhereNothingIsKnown() {
        // Given
        OpsSnapshot empty = new OpsSnapshot(
                NOW,
                List.of(),
                List.of(),
                new OpsSnapshot.Feeds(0, 0, 0, 0, 0, 0, 0, 0, List.of()),
                null,
                List.of(),
                List.of("the database cannot be read: store-unavailable"));

        // When
        OpsView view = OpsView.of(empty, List.of(), 0);

        // Then
        assertThat(view.picture()).hasSize(8);
        assertThat(figures(view)).hasSize(29);
        assertThat(figures(view).get("database-size").value()).isNull();
        assertThat(figures(view).get("ingest-rate").value()).isNull();
        assertThat(view.picture())
                .extracting(Station::state)
                .contains("down", "none")
                .doesNotContain("up");
    }

    private static Map<String, Figure> figures(OpsView view) {
        return view.picture().stream()
                .flatMap(station -> station.figures().stream())
                .collect(Collectors.toMap(Figure::id, Function.identity()));
    }
}

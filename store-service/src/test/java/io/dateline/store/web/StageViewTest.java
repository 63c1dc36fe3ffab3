package io.dateline.store.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.store.ops.OpsSnapshot;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StageViewTest {
    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");

    @Test
    void isUpWhileAnInstanceIsAlive() {
        // Given
        OpsSnapshot snapshot = snapshot(
                List.of(new OpsSnapshot.Stage("enrich", "live", 2, 12.34, 1_037L, 42_500L, 61.2, 1_812.0, List.of())),
                List.of(instance("enrich", 3, true)));

        // When
        StageView stage = StageView.of("enrich", snapshot, List.of());

        // Then
        assertThat(stage.state()).isEqualTo("up");
        assertThat(stage.live())
                .isEqualTo(new StageView.LaneView("12", "1,037", "42.5 s", true, "61 ms", "1.8 s", true));
    }

    @Test
    void isDownWhereItWasHeardOfButNoInstanceIsAlive() {
        // Given
        OpsSnapshot snapshot = snapshot(
                List.of(new OpsSnapshot.Stage("store", "live", 0, 0, 4L, null, null, null, List.of())),
                List.of(instance("store", 95, false), instance("store", 900, false)));

        // When
        StageView stage = StageView.of("store", snapshot, List.of());

        // Then
        assertThat(stage.state()).isEqualTo("down");
        assertThat(stage.seen().relative()).isEqualTo("1 min ago");
        assertThat(stage.live().p50()).isNull();
    }

    @Test
    void givesNoLatencyWhereTheTimersHaveRunEmpty() {
        // Given
        OpsSnapshot snapshot = snapshot(
                List.of(new OpsSnapshot.Stage("store", "live", 1, 0, 0L, 0L, 0.0, 0.0, List.of())),
                List.of(instance("store", 3, true)));

        // When
        StageView.LaneView lane = StageView.of("store", snapshot, List.of()).live();

        // Then
        assertThat(lane).isEqualTo(new StageView.LaneView("0", "0", null, false, null, null, false));
    }

    @Test
    void hasNoDataWhereItWasNeverHeardOf() {
        assertThat(StageView.of("ingest", snapshot(List.of(), List.of()), List.of())
                        .state())
                .isEqualTo("none");
    }

    @Test
    void listsOutcomesOfBothLanesMostFrequentFirst() {
        // Given
        OpsSnapshot snapshot = snapshot(
                List.of(
                        stage("live", counter("stored", "none", 10), counter("dead-lettered", "not-json", 2)),
                        stage("bulk", counter("stored", "none", 5_000))),
                List.of());

        // When
        List<StageView.Outcome> outcomes =
                StageView.of("store", snapshot, List.of()).outcomes();

        // Then
        assertThat(outcomes)
                .containsExactly(
                        new StageView.Outcome("bulk", "stored", null, "5,000", false, 5_000),
                        new StageView.Outcome("live", "stored", null, "10", false, 10),
                        new StageView.Outcome("live", "dead-lettered", "not-json", "2", true, 2));
    }

    private static OpsSnapshot.Stage stage(String lane, OpsSnapshot.Counter... counters) {
        return new OpsSnapshot.Stage("store", lane, 1, 0, null, null, null, null, List.of(counters));
    }

    private static OpsSnapshot.Counter counter(String outcome, String reason, long count) {
        return new OpsSnapshot.Counter(outcome, reason, count);
    }

    private static OpsSnapshot.Instance instance(String service, long secondsAgo, boolean alive) {
        return new OpsSnapshot.Instance(
                service + "-1", service, NOW.minusSeconds(9_000), NOW.minusSeconds(secondsAgo), alive);
    }

    private static OpsSnapshot snapshot(List<OpsSnapshot.Stage> stages, List<OpsSnapshot.Instance> instances) {
        return new OpsSnapshot(
                NOW,
                stages,
                List.of(),
                new OpsSnapshot.Feeds(0, 0, 0, 0, 0, 0, 0, 0, List.of()),
                null,
                instances,
                List.of());
    }
}

package io.dateline.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ChaosTest {
    private static final Duration LENGTH = Duration.ofSeconds(30);
    private static final Verdict CLEAN = verdict(List.of());
    private static final Verdict LOST = verdict(List.of("lost: a"));

    private static Verdict verdict(List<String> lost) {
        List<String> none = List.of();
        return new Verdict(lost, none, none, none, none, none, none, none, none, none);
    }

    private static Outcome outcome(int faults, long seed, double recovered, Verdict verdict) {
        return new Outcome(100, faults, seed, new Outcome.Times(recovered, 0, 0), List.of(), verdict);
    }

    @Test
    void strikesEachLaneAtItsOwnMomentsInOrder() {
        // When
        Map<ChaosFault.Lane, List<ChaosSchedule.Moment>> schedule = ChaosSchedule.of(7, LENGTH);

        // Then
        assertThat(schedule).containsOnlyKeys(ChaosFault.Lane.values());
        schedule.forEach((lane, moments) -> {
            assertThat(moments).hasSize(lane.times());
            assertThat(moments).allMatch(moment -> moment.fault().lane() == lane);
            assertThat(moments).extracting(ChaosSchedule.Moment::at).isSorted();
            assertThat(moments).allMatch(moment -> moment.at().compareTo(LENGTH) < 0);
        });
    }

    @Test
    void isTheSameForTheSameSeedAndComesToEveryFaultInSome() {
        // Then
        assertThat(ChaosSchedule.of(7, LENGTH)).isEqualTo(ChaosSchedule.of(7, LENGTH));
        assertThat(ChaosSchedule.of(7, LENGTH)).isNotEqualTo(ChaosSchedule.of(8, LENGTH));
        assertThat(LongStream.rangeClosed(1, 20)
                        .mapToObj(seed -> ChaosSchedule.of(seed, LENGTH))
                        .flatMap(schedule -> schedule.values().stream())
                        .flatMap(List::stream)
                        .map(ChaosSchedule.Moment::fault))
                .contains(ChaosFault.values());
    }

    @Test
    void tellsOfAllSeedsInOneLine() {
        // Given
        List<Outcome> outcomes = List.of(outcome(14, 1, 2.5, CLEAN), outcome(13, 2, 7.25, LOST));

        // Then
        assertThat(Chaos.summary(new ChaosPlan(1, 3, 100), outcomes, List.of(3L), Set.of(ChaosFault.POISON)))
                .isEqualTo(
                        "CHAOS seeds=3 from=1 articles=200 faults=27 recovered_s=7.3 broken=[2] unfinished=[3] idle=[POISON]");
    }

    @Test
    void endsWithTheWorst() {
        // Given
        Outcome good = outcome(14, 1, 2, CLEAN);
        Outcome slow = outcome(14, 2, 31, CLEAN);
        Outcome broken = outcome(14, 3, 2, LOST);

        // Then
        assertThat(Chaos.exitCode(List.of(good), List.of(), Set.of())).isZero();
        assertThat(Chaos.exitCode(List.of(good, slow), List.of(), Set.of())).isEqualTo(2);
        assertThat(Chaos.exitCode(List.of(good, slow), List.of(4L), Set.of())).isEqualTo(1);
        assertThat(Chaos.exitCode(List.of(slow, broken), List.of(4L), Set.of())).isEqualTo(3);
        assertThat(Chaos.exitCode(List.of(good), List.of(), Set.of(ChaosFault.POISON)))
                .isEqualTo(1);
        assertThat(Chaos.exitCode(List.of(), List.of(4L), Set.of())).isEqualTo(1);
    }

    @Test
    void hasLimits() {
        assertThat(new ChaosPlan(0, 1, 1).seeds()).isEqualTo(1);
        assertThat(new ChaosPlan(0, 1_000, 1_000_000).seeds()).isEqualTo(1_000);
        assertThatThrownBy(() -> new ChaosPlan(0, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ChaosPlan(0, 1_001, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ChaosPlan(0, 1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ChaosPlan(0, 1, 1_000_001)).isInstanceOf(IllegalArgumentException.class);
    }
}

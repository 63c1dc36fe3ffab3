package io.dateline.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlanTest {
    @Test
    void strikesEveryFaultOfItsFormOnceInEachRound() {
        // When
        List<Fault> schedule = Schedule.of(Fault.Form.LONG, 3, 42, List.of());

        // Then
        List<Fault> named = List.of(Fault.DISK_FULL, Fault.WRONG_CLOCKS, Fault.LOSE_REPLIES);
        int all = Fault.values().length - named.size();
        assertThat(schedule).hasSize(3 * all).doesNotContainAnyElementsOf(named);
        assertThat(schedule.subList(0, all)).doesNotHaveDuplicates();
        assertThat(Schedule.of(Fault.Form.SHORT, 1, 42, List.of()))
                .isNotEmpty()
                .allMatch(fault -> fault.isIn(Fault.Form.SHORT))
                .doesNotContain(Fault.STOP_KAFKA);
        assertThat(Schedule.of(Fault.Form.SHORT, 2, 42, List.of(Fault.DISK_FULL)))
                .containsExactly(Fault.DISK_FULL, Fault.DISK_FULL);
    }

    @Test
    void isTheSameForTheSameSeedAndAnotherForAnother() {
        // When
        List<Fault> schedule = Schedule.of(Fault.Form.LONG, 2, 7, List.of());

        // Then
        assertThat(Schedule.of(Fault.Form.LONG, 2, 7, List.of())).isEqualTo(schedule);
        assertThat(Schedule.of(Fault.Form.LONG, 2, 8, List.of())).isNotEqualTo(schedule);
        assertThat(new Input(200, 7).pieces()).isEqualTo(new Input(200, 7).pieces());
    }

    @Test
    void sendsEachArticleOnceAndCorrectsSomeInALaterPiece() {
        // When
        Input input = new Input(1_000, 7);

        // Then
        List<Sent> sent =
                input.pieces().stream().flatMap(piece -> piece.sent().stream()).toList();
        assertThat(sent.stream().filter(one -> one.revision() == 1)).hasSize(1_000);
        assertThat(sent.stream().filter(one -> one.revision() == 2)).hasSizeBetween(50, 150);
        assertThat(sent).doesNotHaveDuplicates();
        assertThat(input.pieces()).allSatisfy(piece -> {
            assertThat(piece.sent().stream().map(Sent::url).collect(Collectors.toList()))
                    .doesNotHaveDuplicates();
            assertThat(piece.lines().lines()).hasSameSizeAs(piece.sent());
        });
    }

    @Test
    void leavesOutWhatCannotStrikeSeveralInstances() {
        // When
        List<Fault> one = new Plan(1, 1, 5, Fault.Form.SHORT, List.of(), 1).schedule();
        List<Fault> two = new Plan(1, 1, 5, Fault.Form.SHORT, List.of(), 2).schedule();

        // Then
        assertThat(one).contains(Fault.KILL_WAITING_STORE).containsAll(two);
        assertThat(two)
                .doesNotContain(Fault.KILL_WAITING_STORE)
                .contains(Fault.KILL_STORE, Fault.KILL_ENRICH, Fault.KILL_INGEST, Fault.KILL_KAFKA);
    }

    @Test
    void hasLimits() {
        assertThat(new Plan(1, 1, 0, Fault.Form.SHORT, List.of(), 1).articles()).isEqualTo(1);
        assertThat(new Plan(1_000_000, 100, 0, Fault.Form.SHORT, List.of(), 1).rounds())
                .isEqualTo(100);
        assertThatThrownBy(() -> new Plan(0, 1, 0, Fault.Form.SHORT, List.of(), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Plan(1_000_001, 1, 0, Fault.Form.SHORT, List.of(), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Plan(1, 0, 0, Fault.Form.SHORT, List.of(), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Plan(1, 101, 0, Fault.Form.SHORT, List.of(), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new Plan(1, 1, 0, Fault.Form.SHORT, List.of(), 2).instances())
                .isEqualTo(2);
        assertThatThrownBy(() -> new Plan(1, 1, 0, Fault.Form.SHORT, List.of(), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Plan(1, 1, 0, Fault.Form.SHORT, List.of(), 3))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

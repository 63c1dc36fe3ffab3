package io.dateline.store.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.contracts.ops.RetryInPlace;
import io.dateline.store.write.RowOutcome.Added;
import io.dateline.store.write.RowOutcome.Unstorable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SplittingWriterTest {
    private static final List<String> ROWS = List.of("a", "b", "bad", "c", "d");

    private final AtomicBoolean stopping = new AtomicBoolean();
    private final RetryInPlace retry = SqlStates.retry("PostgreSQL", stopping::get);
    private final List<String> written = new ArrayList<>();

    @Test
    void reportsTheRowThatOurOwnCodeFailsOnAndWritesTheRest() throws Exception {
        // Given
        SplittingWriter<String> writer = new SplittingWriter<>(
                rows -> {
                    if (rows.contains("bad")) {
                        throw new ArithmeticException("quotes the row: bad");
                    }
                    return write(rows);
                },
                retry);

        // When
        List<RowOutcome> outcomes = writer.write(ROWS);

        // Then
        assertThat(written).containsExactly("a", "b", "c", "d");
        assertThat(outcomes).hasSize(5).filteredOn(Added.class::isInstance).hasSize(4);
        assertThat(outcomes.get(2))
                .isInstanceOfSatisfying(
                        Unstorable.class,
                        bad -> assertThat(bad.why()).matches("ArithmeticException at SplittingWriterTest\\.java:\\d+"));
        assertThat(retry.trouble()).isNull();
    }

    @Test
    void triesAgainWhatIsNoFaultOfTheRows() throws Exception {
        // Given
        List<Integer> tries = new ArrayList<>();
        SplittingWriter<String> writer = new SplittingWriter<>(
                rows -> {
                    tries.add(rows.size());
                    if (tries.size() < 3) {
                        throw new SQLException("the connection broke", "08006");
                    }
                    return write(rows);
                },
                retry);

        // When
        List<RowOutcome> outcomes = writer.write(ROWS);

        // Then
        assertThat(tries).containsExactly(5, 5, 5);
        assertThat(outcomes).hasSize(5).allMatch(Added.class::isInstance);
    }

    @Test
    void blamesNoRowForPoolsThatCloseWhileTheServiceStops() {
        // Given
        SplittingWriter<String> writer = new SplittingWriter<>(
                rows -> {
                    stopping.set(true);
                    throw new IllegalStateException("the pool is closed");
                },
                retry);

        // When / Then
        assertThatThrownBy(() -> writer.write(ROWS)).isInstanceOf(RetryInPlace.Stopped.class);
        assertThatThrownBy(() -> writer.write(List.of("a"))).isInstanceOf(RetryInPlace.Stopped.class);
    }

    private List<RowOutcome> write(List<String> rows) {
        written.addAll(rows);
        return rows.stream().<RowOutcome>map(row -> new Added()).toList();
    }
}

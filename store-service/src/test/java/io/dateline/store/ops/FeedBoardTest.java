package io.dateline.store.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.status.FeedStatus;
import io.dateline.contracts.status.FeedStatus.State;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeedBoardTest {
    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");

    private final FeedBoard board = new FeedBoard();

    private void tell(String id, State state, int daysAgo) {
        Instant since = NOW.minusSeconds(86_400L * daysAgo);
        board.accept(new FeedStatus(id, id, "https://" + id + "/", state, since, null, null, NOW, null, NOW, NOW));
    }

    @Test
    void listsWhatIsInTroubleFirstAndOfOneStateTheLongest() {
        // Given
        tell("paused", State.PAUSED, 90);
        tell("well", State.OK, 80);
        tell("parked", State.PARKED, 70);
        tell("changed", State.CHANGED, 60);
        tell("flooding", State.FLOODING, 50);
        tell("silent", State.SILENT, 40);
        tell("failing", State.FAILING, 1);
        tell("failing-longer", State.FAILING, 2);

        // Then
        assertThat(board.in(Set.of(), "", 100))
                .extracting(FeedStatus::feedId)
                .containsExactly(
                        "failing-longer", "failing", "silent", "flooding", "changed", "parked", "well", "paused");
        assertThat(board.in(Set.of(), "", 1)).extracting(FeedStatus::feedId).containsExactly("failing-longer");
        assertThat(board.feeds().troubled()).hasSize(5);
    }
}

package io.dateline.store.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.ops.Lifecycle;
import io.dateline.contracts.ops.StageMetrics;
import io.dateline.contracts.topic.Lane;
import io.dateline.store.StoreConfig;
import io.dateline.store.story.StoryProgress;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LiveOpsBoardTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    private final StageMetrics metrics = new StageMetrics(new SimpleMeterRegistry(), "store");
    private final Lifecycle lifecycle = new Lifecycle(new StageMetrics(new SimpleMeterRegistry(), "store"));

    /** Nothing of Kafka or PostgreSQL is there to be asked. */
    private final LiveOpsBoard board = new LiveOpsBoard(
            null, null, new NoStories(), InstantSource.fixed(NOW), metrics, lifecycle, config(), "127.0.0.1:9");

    private static StoreConfig config() {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(StoreConfig.class)
                .build()
                .getConfigMapping(StoreConfig.class);
    }

    @Test
    void showsTheAnsweringInstanceUpWhileKafkaIsAway() {
        // Given
        metrics.count(Lane.LIVE, "stored");

        // When
        board.seeItself();

        // Then
        OpsSnapshot snapshot = board.snapshot();
        assertThat(snapshot.instances())
                .containsExactly(
                        new OpsSnapshot.Instance(lifecycle.instance(), "store", lifecycle.startedAt(), NOW, true));
        assertThat(snapshot.stages())
                .filteredOn(
                        stage -> stage.stage().equals("store") && stage.lane().equals("live"))
                .singleElement()
                .satisfies(stage -> {
                    assertThat(stage.instances()).isEqualTo(1);
                    assertThat(stage.counters()).containsExactly(new OpsSnapshot.Counter("stored", "none", 1));
                });
        assertThat(snapshot.stages())
                .filteredOn(stage -> !stage.stage().equals("store"))
                .extracting(OpsSnapshot.Stage::instances)
                .containsOnly(0);
    }

    private static final class NoStories implements StoryProgress {
        @Override
        public long behind() {
            return 0;
        }

        @Override
        public Optional<String> trouble() {
            return Optional.empty();
        }
    }
}

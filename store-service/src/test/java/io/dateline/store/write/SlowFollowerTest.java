package io.dateline.store.write;

import static io.dateline.store.testing.Stories.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.dateline.store.query.ArticleQuery;
import io.dateline.store.stream.Change;
import io.dateline.store.stream.ChangeStream;
import io.dateline.store.stream.StalledException;
import io.dateline.store.testing.StoreSchema;
import io.dateline.testinfra.InfraResource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(InfraResource.class)
class SlowFollowerTest {
    /** More than the buffers on the way to one client hold. */
    private static final int MANY = 600;

    @Inject
    ChangeStream stream;

    @Inject
    MeterRegistry registry;

    private static final class Subscriber implements Flow.Subscriber<Change> {
        private final long demand;
        private final List<Change> taken = new CopyOnWriteArrayList<>();
        private volatile Throwable failure;
        private volatile Flow.Subscription subscription;

        private Subscriber(long demand) {
            this.demand = demand;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            this.subscription = subscription;
            subscription.request(demand);
        }

        @Override
        public void onNext(Change change) {
            taken.add(change);
        }

        @Override
        public void onError(Throwable failure) {
            this.failure = failure;
        }

        @Override
        public void onComplete() {
            throw new AssertionError("the stream has no end");
        }
    }

    @Test
    void isDisconnectedWhileOthersMissNothing() throws Exception {
        // Given
        String run = UUID.randomUUID().toString().substring(0, 8);
        Subscriber slow = new Subscriber(1);
        Subscriber swift = new Subscriber(Long.MAX_VALUE);
        double before = clients();
        try (AgroalDataSource pool = StoreSchema.pool("store", 0)) {
            SplittingWriter<ArticleRow> writer = new SplittingWriter<>(
                    new BatchWriter(pool, new Partitions(), new KnownTags()),
                    SqlStates.retry("PostgreSQL", () -> false));
            long last = stream.last();
            stream.follow(last, ArticleQuery.ALL)
                    .onItem()
                    .<Change>disjoint()
                    .subscribe()
                    .withSubscriber(slow);
            stream.follow(last, ArticleQuery.ALL)
                    .onItem()
                    .<Change>disjoint()
                    .subscribe()
                    .withSubscriber(swift);
            // Both are live once each has the first change.
            writer.write(List.of(Rows.of(story(run + "first"), null)));
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                assertThat(slow.taken).hasSize(1);
                assertThat(swift.taken).hasSize(1);
            });

            // When
            for (int from = 0; from < MANY; from += 100) {
                writer.write(IntStream.range(from, from + 100)
                        .mapToObj(i -> Rows.of(story(run + i), null))
                        .toList());
            }
        }

        // Then
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(slow.failure).isInstanceOf(StalledException.class);
            assertThat(swift.taken).hasSize(MANY + 1);
        });
        assertThat(slow.taken).hasSize(1);
        assertThat(swift.failure).isNull();
        // Those of tests before this one may have left meanwhile.
        double withSwift = clients();
        assertThat(withSwift).isBetween(1.0, before + 1);
        swift.subscription.cancel();
        assertThat(clients()).isEqualTo(withSwift - 1);
    }

    @Test
    void readsUpAtItsOwnPaceWhatABurstBroughtBeyondItsBuffer() throws Exception {
        // Given
        String run = UUID.randomUUID().toString().substring(0, 8);
        Subscriber slow = new Subscriber(1);
        try (AgroalDataSource pool = StoreSchema.pool("store", 0)) {
            BatchWriter writer = new BatchWriter(pool, new Partitions(), new KnownTags());
            stream.follow(stream.last(), ArticleQuery.ALL)
                    .onItem()
                    .<Change>disjoint()
                    .subscribe()
                    .withSubscriber(slow);
            writer.write(List.of(Rows.of(story(run + "first"), null)));
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(slow.taken).hasSize(1));
            writer.write(IntStream.range(0, MANY)
                    .mapToObj(i -> Rows.of(story(run + i), null))
                    .toList());

            // When: it takes some now and then, as one does who is slow but there
            for (int taken = 1; taken < MANY + 1; taken += 100) {
                slow.subscription.request(100);
                int least = Math.min(MANY + 1, taken + 100);
                await().atMost(Duration.ofSeconds(20))
                        .untilAsserted(() -> assertThat(slow.taken).hasSizeGreaterThanOrEqualTo(least));
            }
        }

        // Then
        assertThat(slow.failure).isNull();
        assertThat(slow.taken).extracting(Change::seq).isSorted().doesNotHaveDuplicates();
        assertThat(slow.taken).hasSize(MANY + 1);
        slow.subscription.cancel();
    }

    private double clients() {
        return registry.get("dateline.stream.clients").gauge().value();
    }
}

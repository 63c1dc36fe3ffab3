package io.dateline.store.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FollowerTest {
    private static final int RECENT = 50;
    private static final Duration LONG = Duration.ofHours(1);

    private final Table table = new Table(0, seq -> seq % 2 == 0);
    private final Tail tail = Told.tail(table, RECENT);
    private final Told client = new Told();
    private final List<Follower> left = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        tail.stop();
    }

    private Follower follower() {
        Follower follower = new Follower(Told.WANTED, 0, tail, table, Told.READERS, client, left::add);
        follower.start();
        return follower;
    }

    private void live() {
        Thread thread = new Thread(tail, "tail under test");
        thread.setDaemon(true);
        thread.start();
    }

    private void comes(long last) {
        table.last = last;
        tail.wake();
        await().atMost(Duration.ofSeconds(10)).until(() -> tail.position() == last);
    }

    private static List<Long> even(long last) {
        return LongStream.rangeClosed(1, last / 2).mapToObj(half -> 2 * half).toList();
    }

    @Test
    void holdsAFewForOneWhoAsksForNothing() {
        // Given
        table.last = 10_000;

        // When
        Follower follower = follower();
        follower.wake();
        follower.wake();

        // Then
        assertThat(table.asked).containsExactly(CatchUp.KEPT);
        assertThat(client.seqs).isEmpty();

        // When
        follower.request(1);

        // Then
        assertThat(client.times).isEqualTo(1);
        assertThat(client.seqs).containsExactlyElementsOf(even(CatchUp.KEPT));
        assertThat(table.asked).hasSize(2);
    }

    @Test
    void readsUpAndThenFollows() {
        // Given
        table.last = 1_000;
        live();

        // When
        follower().request(Long.MAX_VALUE);
        await().atMost(Duration.ofSeconds(10)).until(() -> tail.position() == 1_000);
        int read = table.asked.size();
        comes(1_030);

        // Then
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(client.seqs).containsExactlyElementsOf(even(1_030)));
        // The tail goes on asking meanwhile, which a view of a part of the list would not outlive.
        List<Integer> asked = List.copyOf(table.asked);
        assertThat(asked.subList(read, asked.size())).doesNotContain(CatchUp.KEPT);
    }

    @Test
    void readsFromTheTableWhatIsNoLongerRecent() {
        // Given: one who follows and takes nothing, while more comes than is kept
        live();
        Follower follower = follower();
        comes(3 * RECENT);

        // When
        follower.request(Long.MAX_VALUE);

        // Then
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(client.seqs).containsExactlyElementsOf(even(3 * RECENT)));
        assertThat(table.asked).contains(CatchUp.KEPT);
    }

    @Test
    void passesOverWhatIsNotStoredAnyMore() {
        // Given: what it was to read next is dropped
        live();
        Follower follower = follower();
        comes(3 * RECENT);
        table.first = 3 * RECENT + 1;

        // When
        follower.request(Long.MAX_VALUE);
        comes(3 * RECENT + 10);

        // Then
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(client.seqs)
                        .endsWith(3L * RECENT + 10)
                        .isSorted()
                        .doesNotHaveDuplicates());
    }

    @Test
    void missesNothingBehindOneWhoIsAheadOfAllThereIs() {
        // Given
        live();
        Told other = new Told();
        Follower ahead = new Follower(Told.WANTED, Long.MAX_VALUE - 1, tail, table, Told.READERS, other, left::add);
        ahead.start();
        ahead.request(Long.MAX_VALUE);

        // When
        follower().request(Long.MAX_VALUE);
        comes(10);

        // Then
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(client.seqs).containsExactlyElementsOf(even(10)));
        assertThat(other.seqs).isEmpty();
    }

    @Test
    void isEndedByWhatItsClientThrows() {
        // Given
        table.last = 100;
        Follower follower = follower();
        client.thrown = new IllegalStateException("on purpose");

        // When
        follower.request(2);

        // Then
        assertThat(client.failure).isSameAs(client.thrown);
        assertThat(client.times).isEqualTo(1);
        assertThat(left).containsExactly(follower);
    }

    @Test
    void isEndedOnlyWhereItIsOwedSomething() {
        // Given
        Follower follower = follower();
        live();

        // When
        follower.check(Duration.ZERO);

        // Then
        assertThat(client.failure).isNull();

        // When
        comes(2);
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            follower.check(LONG);
            assertThat(client.failure).isNull();
            follower.check(Duration.ZERO);

            // Then
            assertThat(client.failure).isInstanceOf(StalledException.class);
        });
        assertThat(left).containsExactly(follower);
        follower.cancel();
        assertThat(left).hasSize(1);
    }

    @Test
    void readsLessWhereAPageTakesTooLong() {
        // Given
        follower().request(Long.MAX_VALUE);
        table.most = 100;
        live();

        // When
        comes(1_000);

        // Then
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(client.seqs).isEqualTo(even(1_000)));
        // More than the table gives at once, less, and more again.
        assertThat(table.asked).contains(500, 20, 40, 80);
    }
}

package io.dateline.store.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.store.query.Filter;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two follow: one whose filter costs a second a page, and one whose costs nothing. */
class SetApartTest {
    private static final Duration AWHILE = Duration.ofSeconds(60);
    private static final Duration APART = Duration.ofMinutes(10);
    private static final Filter DEAR = Told.words("dear");
    private static final Filter CHEAP = Told.words("cheap");

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger dearlyMatched = new AtomicInteger();
    private final AtomicInteger setApart = new AtomicInteger();
    private final Table table = new Table(0, seq -> true);
    private final Tail tail = new Tail(
            table,
            Duration.ofMillis(5),
            50,
            new Expense(Duration.ofMillis(500), APART, nanos::get),
            setApart::incrementAndGet);
    /** What is to be read for those who are set apart, which does not happen by itself. */
    private final Queue<Runnable> apart = new ConcurrentLinkedQueue<>();

    private final Told dear = new Told();
    private final Told cheap = new Told();

    @BeforeEach
    void follow() {
        table.matching = filter -> {
            if (filter.equals(DEAR)) {
                dearlyMatched.incrementAndGet();
                nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            }
        };
        follower(DEAR, dear);
        follower(CHEAP, cheap);
        Thread thread = new Thread(tail, "tail under test");
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void stop() {
        tail.stop();
    }

    private void follower(Filter filter, Told client) {
        Follower.Readers readers = new Follower.Readers(Runnable::run, apart::add);
        Follower follower = new Follower(new ChangeFilter(filter), 0, tail, table, readers, client, one -> {});
        follower.start();
        follower.request(Long.MAX_VALUE);
    }

    private void comes(long last) {
        table.last = last;
        tail.wake();
        await().atMost(AWHILE).until(() -> cheap.seqs.equals(upTo(last)));
    }

    private void readApart() {
        for (Runnable next = apart.poll(); next != null; next = apart.poll()) {
            next.run();
        }
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    /** Pages are cheap again. */
    private void dearIsSetApart() {
        for (long last = 1; setApart.get() == 0; last++) {
            assertThat(last).isLessThan(20);
            comes(last);
            await().atMost(AWHILE).until(() -> tail.position() == table.last);
            // Nothing comes for a while, and is looked for all the same.
            int times = table.times();
            await().atMost(AWHILE).until(() -> table.times() > times + 2);
        }
    }

    @Test
    void nobodyWaitsForTheDearOne() {
        // Given
        dearIsSetApart();
        int before = dearlyMatched.get();

        // When
        comes(30);

        // Then
        assertThat(setApart).hasValue(1);
        assertThat(dearlyMatched).hasValue(before);
        assertThat(dear.seqs).hasSizeLessThan(30);
    }

    @Test
    void theDearOneIsToldAllTheSame() {
        // Given
        dearIsSetApart();
        comes(30);

        // When
        await().atMost(AWHILE).untilAsserted(() -> {
            readApart();

            // Then
            assertThat(dear.seqs).isEqualTo(upTo(30));
        });
        assertThat(dear.failure).isNull();
    }

    @Test
    void theDearOneComesBackAfterAWhileAndMissesNothing() {
        // Given
        dearIsSetApart();
        comes(30);
        await().atMost(AWHILE).untilAsserted(() -> {
            readApart();
            assertThat(dear.seqs).isEqualTo(upTo(30));
        });
        int before = setApart.get();

        // When
        // Not while a page is read, which would seem to have taken so long.
        synchronized (tail) {
            nanos.addAndGet(APART.toNanos());
            table.matching = filter -> {};
        }
        comes(60);
        await().atMost(AWHILE).until(() -> !apart.isEmpty());
        readApart();

        // Then: from now on it is read for as for the others
        await().atMost(AWHILE).untilAsserted(() -> assertThat(dear.seqs).isEqualTo(upTo(60)));
        comes(90);
        await().atMost(AWHILE).untilAsserted(() -> assertThat(dear.seqs).isEqualTo(upTo(90)));
        assertThat(apart).isEmpty();
        assertThat(setApart).hasValue(before);
    }

    @Test
    void nobodyIsSetApartForADatabaseThatIsAway() {
        // Given
        AtomicInteger failed = new AtomicInteger();
        table.matching = filter -> {
            nanos.addAndGet(Duration.ofSeconds(9).toNanos());
            failed.incrementAndGet();
            throw new ProblemException(ProblemCode.STORE_UNAVAILABLE, "on purpose");
        };

        // When
        table.last = 5;
        await().atMost(AWHILE).until(() -> failed.get() > 3);
        table.matching = filter -> {};

        // Then
        comes(6);
        assertThat(setApart).hasValue(0);
        assertThat(cheap.failure).isNull();
        await().atMost(AWHILE).untilAsserted(() -> assertThat(dear.seqs).isEqualTo(upTo(6)));
    }

    @Test
    void theDearOneWaitsAsTheOthersDoForADatabaseThatIsAway() {
        // Given
        dearIsSetApart();
        comes(30);
        AtomicInteger failed = new AtomicInteger();
        table.matching = filter -> {
            failed.incrementAndGet();
            throw new ProblemException(ProblemCode.STORE_UNAVAILABLE, "on purpose");
        };
        await().atMost(AWHILE).until(() -> !apart.isEmpty());
        readApart();
        assertThat(failed.get()).isPositive();

        // When
        table.matching = filter -> {};
        comes(40);

        // Then
        await().atMost(AWHILE).untilAsserted(() -> {
            readApart();
            assertThat(dear.seqs).isEqualTo(upTo(40));
        });
        assertThat(dear.failure).isNull();
    }
}

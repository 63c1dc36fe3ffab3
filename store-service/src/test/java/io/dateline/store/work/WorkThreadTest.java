package io.dateline.store.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkThreadTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    /** What the next steps find; nothing new once it is empty. */
    private final Queue<Step> steps = new ConcurrentLinkedQueue<>();

    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger released = new AtomicInteger();

    /** It sleeps for longer than any test. */
    private final WorkThread thread = new WorkThread(
            "work",
            new WorkThread.Work() {
                @Override
                public boolean step() throws SQLException {
                    taken.incrementAndGet();
                    Step step = steps.poll();
                    return step != null && step.more();
                }

                @Override
                public void release() {
                    released.incrementAndGet();
                }
            },
            Duration.ofHours(1));

    @FunctionalInterface
    private interface Step {
        boolean more() throws SQLException;
    }

    @AfterEach
    void stop() throws InterruptedException {
        thread.stop(SOON);
    }

    private void awaitSteps(int many) {
        await().atMost(SOON).untilAsserted(() -> assertThat(taken).hasValue(many));
    }

    @Test
    void worksWhileThereIsMoreAndSleepsUntilItIsWoken() {
        // Given
        steps.add(() -> true);
        steps.add(() -> true);

        // When / Then
        thread.start();
        awaitSteps(3);
        thread.wake();
        awaitSteps(4);
    }

    @Test
    void triesAgainWhatFailsAndDoesNotHurryWhenItIsWoken() {
        // Given
        steps.add(() -> {
            throw new SQLException("away", "08006");
        });
        steps.add(() -> {
            throw new IllegalStateException("stumbles");
        });
        long begun = System.nanoTime();

        // When
        thread.start();
        awaitSteps(1);
        thread.wake();
        // Two that fail, one that finds nothing new, and one more since it was woken.
        awaitSteps(4);

        // Then
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(1_900));
    }

    @Test
    void goesOnAfterAnError() {
        // Given
        steps.add(() -> {
            throw new StackOverflowError("on purpose");
        });

        // When
        thread.start();

        // Then
        awaitSteps(2);
    }

    @Test
    void releasesOnceWhenItIsStoppedAlsoFromItsSleep() throws InterruptedException {
        // Given
        thread.start();
        awaitSteps(1);

        // When
        thread.stop(SOON);
        thread.wake();

        // Then
        assertThat(released).hasValue(1);
        assertThat(taken).hasValue(1);
    }
}

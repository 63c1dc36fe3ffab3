package io.dateline.contracts.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownEvent;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private static final Duration SHORT = Duration.ofMillis(2);

    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(2);
    private final Rounds rounds = new Rounds(executor);

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void goOnWhateverARoundThrows() throws InterruptedException {
        // Given
        CountDownLatch begun = new CountDownLatch(3);

        // When
        rounds.every(SHORT, Duration.ZERO, () -> {
            begun.countDown();
            throw new IllegalStateException("on purpose");
        });

        // Then
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void areNeverTwoAtTheSameTime() throws InterruptedException {
        // Given
        CountDownLatch begun = new CountDownLatch(20);
        AtomicInteger here = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();

        // When
        rounds.every(SHORT, Duration.ZERO, () -> {
            most.accumulateAndGet(here.incrementAndGet(), Math::max);
            Thread.yield();
            here.decrementAndGet();
            begun.countDown();
        });

        // Then
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(most).hasValue(1);
    }

    @Test
    void beginNoMoreWhenTheServiceEnds() throws InterruptedException {
        // Given
        rounds.onStop(new ShutdownEvent());
        AtomicInteger begun = new AtomicInteger();

        // When
        rounds.every(SHORT, Duration.ZERO, begun::incrementAndGet);

        // Then
        CountDownLatch others = new CountDownLatch(10);
        executor.scheduleWithFixedDelay(others::countDown, 0, 2, TimeUnit.MILLISECONDS);
        assertThat(others.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(begun).hasValue(0);
    }
}

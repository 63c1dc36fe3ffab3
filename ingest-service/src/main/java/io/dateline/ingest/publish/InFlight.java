package io.dateline.ingest.publish;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Bounds what is on its way to the broker at a time, over all senders, and waits for it. Thread-safe. */
final class InFlight {
    private final Semaphore room;
    private final Duration timeout;

    /** @param most at a time; @param timeout for each batch, waiting for room included */
    InFlight(int most, Duration timeout) {
        this.room = new Semaphore(most);
        this.timeout = timeout;
    }

    /**
     * Sends each of the values; returns once all are acknowledged.
     *
     * @param send what it answers ends when the broker has acknowledged the value or refused it
     * @throws BrokerUnavailable where one is not acknowledged in time
     */
    <T> void sendAll(List<T> values, Function<T, Uni<Void>> send) {
        long deadline = System.nanoTime() + timeout.toNanos();
        List<CompletableFuture<Void>> acknowledgements = new ArrayList<>(values.size());
        try {
            for (T value : values) {
                if (!room.tryAcquire(left(deadline), TimeUnit.NANOSECONDS)) {
                    throw new BrokerUnavailable("too many articles wait for the broker", null);
                }
                acknowledgements.add(sent(send, value));
            }
            CompletableFuture.allOf(acknowledgements.toArray(CompletableFuture[]::new))
                    .get(left(deadline), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new BrokerUnavailable("no acknowledgement within " + timeout, e);
        } catch (ExecutionException e) {
            throw new BrokerUnavailable("the broker refused or was lost", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerUnavailable("stopped while waiting for the broker", e);
        }
    }

    private <T> CompletableFuture<Void> sent(Function<T, Uni<Void>> send, T value) {
        Uni<Void> sending;
        try {
            sending = send.apply(value);
        } catch (RuntimeException | Error e) {
            // It never began, so that nothing will end it.
            room.release();
            throw e;
        }
        return sending.onTermination().invoke(() -> room.release()).subscribeAsCompletionStage();
    }

    private static long left(long deadline) {
        return Math.max(0, deadline - System.nanoTime());
    }
}

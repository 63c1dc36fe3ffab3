package io.dateline.store.deadletter;

import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Room for a few who look into the dead letters at once, and as much again for operators: however many look, those who may do
 * something about it get in.
 */
final class Room {
    private final Semaphore readers;
    private final Semaphore operators;
    private final Duration wait;

    /**
     * @param each readers, and operators
     * @param wait for a place, at most
     */
    Room(int each, Duration wait) {
        this.readers = new Semaphore(each);
        this.operators = new Semaphore(each);
        this.wait = wait;
    }

    /** @throws ProblemException {@code too-many-clients} */
    <T> T in(boolean operator, Supplier<T> work) {
        Semaphore places = operator ? operators : readers;
        if (!admitted(places)) {
            throw new ProblemException(
                    ProblemCode.TOO_MANY_CLIENTS, "Others look into the dead letters. Try again in a few seconds.");
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private boolean admitted(Semaphore places) {
        try {
            return places.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

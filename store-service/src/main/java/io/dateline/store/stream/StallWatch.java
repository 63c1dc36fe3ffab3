package io.dateline.store.stream;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.time.Duration;

/** Whether one client takes what there is for it. Thread-safe. */
final class StallWatch {
    private volatile MultiEmitter<? super Change> end;
    private volatile long movedAt = System.nanoTime();
    private volatile boolean owed;

    /** Emits nothing, and fails once the client has stalled. */
    Multi<Change> end() {
        return Multi.createFrom().emitter(emitter -> end = emitter);
    }

    /** There is something to take, or to look through. */
    void owed() {
        movedAt = System.nanoTime();
        owed = true;
    }

    /** The client took something. */
    void took() {
        movedAt = System.nanoTime();
    }

    /** It has everything there was. */
    void caughtUp() {
        owed = false;
    }

    /** Fails the stream where nothing has moved for so long though there was something to take. */
    void check(Duration stall) {
        MultiEmitter<? super Change> emitter = end;
        if (owed && emitter != null && System.nanoTime() - movedAt > stall.toNanos()) {
            emitter.fail(new StalledException());
        }
    }
}

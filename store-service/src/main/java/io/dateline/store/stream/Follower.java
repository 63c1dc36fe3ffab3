package io.dateline.store.stream;

import io.dateline.store.stream.ChangeReader.Found;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;

/** One client: where it is, what it wants, and the way to it once it follows live. */
final class Follower {
    private final ChangeFilter filter;
    private final int buffer;
    private volatile MultiEmitter<? super Change> emitter;
    /** Written by the catch-up until it is registered, then by the tail alone. */
    private volatile long position;

    Follower(ChangeFilter filter, long after, int buffer) {
        this.filter = filter;
        this.position = after;
        this.buffer = buffer;
    }

    ChangeFilter filter() {
        return filter;
    }

    /** The last seq looked at for this client, whether it matched or not. */
    long position() {
        return position;
    }

    /** Passes over what it has seen and what it does not want; returns whether the change is to be delivered. */
    boolean wants(Found found) {
        long seq = found.change().seq();
        if (seq <= position) {
            return false;
        }
        position = seq;
        return filter.matches(found);
    }

    /** What the tail delivers; fails beyond the buffer, so that memory stays bounded. */
    Multi<Change> live(Tail tail) {
        return Multi.createFrom()
                .<Change>emitter(
                        out -> {
                            emitter = out;
                            out.onTermination(() -> tail.forget(this));
                            tail.enter(this);
                            if (out.isCancelled()) {
                                tail.forget(this);
                            }
                        },
                        BackPressureStrategy.IGNORE)
                .onOverflow()
                .buffer(buffer);
    }

    void deliver(Change change) {
        emitter.emit(change);
    }
}

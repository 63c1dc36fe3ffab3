package io.dateline.store.ops;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How much the store grew while this instance looked, over 24 hours at most; a look a minute is kept. */
final class StorageGrowth {
    static final Duration WINDOW = Duration.ofHours(24);
    static final Duration STEP = Duration.ofMinutes(1);

    private final Deque<Look> looks = new ArrayDeque<>();

    private record Look(Instant at, long bytes, long revisions) {}

    /** Notes a look; answers what it grew by since the oldest one kept, or null where that is less than a minute ago. */
    synchronized OpsSnapshot.Growth upTo(Instant now, OpsSnapshot.Storage storage) {
        if (looks.isEmpty() || !looks.getLast().at().plus(STEP).isAfter(now)) {
            looks.addLast(new Look(now, storage.databaseBytes(), storage.lastSeq()));
        }
        while (looks.getFirst().at().isBefore(now.minus(WINDOW))) {
            looks.removeFirst();
        }
        Look first = looks.getFirst();
        Duration since = Duration.between(first.at(), now);
        return since.compareTo(STEP) < 0
                ? null
                : new OpsSnapshot.Growth(
                        storage.databaseBytes() - first.bytes(),
                        storage.lastSeq() - first.revisions(),
                        since.toSeconds());
    }
}

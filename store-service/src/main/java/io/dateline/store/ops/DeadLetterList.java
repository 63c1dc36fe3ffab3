package io.dateline.store.ops;

import java.util.List;

/** The newest dead letters, one by one. */
public interface DeadLetterList {
    /** Newest first, at most 200 are kept in mind; null where {@code topic} is no dead-letter topic. */
    List<OpsSnapshot.DeadLetterInfo> newest(String topic, int limit);
}

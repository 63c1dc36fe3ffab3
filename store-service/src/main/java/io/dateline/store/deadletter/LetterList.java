package io.dateline.store.deadletter;

import java.util.List;

/**
 * Letters of one group.
 *
 * @param items newest first; never null
 * @param older cursor for what was not looked at, or null where there is nothing more
 */
public record LetterList(List<Item> items, String older) {
    /** @param replayed when it was put back, oldest first; never null */
    public record Item(LetterHead head, List<Replay> replayed) {}
}

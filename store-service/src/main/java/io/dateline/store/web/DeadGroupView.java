package io.dateline.store.web;

import io.dateline.store.deadletter.DeadLetterGroups;
import io.dateline.store.deadletter.GroupKey;
import io.dateline.store.deadletter.LetterList;
import io.dateline.store.deadletter.Replay;
import java.time.Instant;
import java.util.List;

/**
 * The letters of one cause.
 *
 * @param group    never null
 * @param lines    newest first; never null
 * @param older    address of those before, or null
 * @param notice   what was just done, or null
 * @param operates whether the reader may put letters back
 * @param left     how many of the cause were never put back, as far as was looked; null where there is none, or for a reader
 *                 who may not operate
 */
public record DeadGroupView(
        GroupKey group, List<Line> lines, String older, ReplayNotice notice, boolean operates, String left) {

    /**
     * @param value of its box in the form
     * @param state what was done about it, or null
     */
    public record Line(
            String value, String href, Moment at, String key, String detail, String size, int replays, String state) {}

    /** @param all of every cause; null for a reader who may not operate */
    static DeadGroupView of(
            GroupKey group, LetterList letters, ReplayNotice notice, DeadLetterGroups all, Instant now) {
        return new DeadGroupView(
                group,
                letters.items().stream().map(item -> line(item, now)).toList(),
                letters.older() == null ? null : DeadPaths.group(group) + "&cursor=" + letters.older(),
                notice,
                all != null,
                all == null ? null : left(group, all));
    }

    /** {@code 60}, or {@code 60 or more}. */
    private static String left(GroupKey group, DeadLetterGroups all) {
        return all.groups().stream()
                .filter(one -> one.key().equals(group) && one.count() > one.replayed())
                .map(one -> Figures.number(one.count() - one.replayed()) + (one.approximate() ? " or more" : ""))
                .findFirst()
                .orElse(null);
    }

    private static Line line(LetterList.Item item, Instant now) {
        return new Line(
                item.head().id().path(),
                DeadPaths.letter(item.head().id()),
                Moment.of(item.head().at(), now),
                item.head().key(),
                item.head().detail(),
                size(item.head().bytes()),
                item.head().replays(),
                state(item.replayed(), now));
    }

    /** To the byte where it is small: an empty payload tells something. */
    static String size(int bytes) {
        return bytes < 1_000 ? bytes + (bytes == 1 ? " byte" : " bytes") : Figures.bytes(bytes);
    }

    /** {@code put back 3 min ago, edited}; null where it never was. */
    static String state(List<Replay> replayed, Instant now) {
        if (replayed.isEmpty()) {
            return null;
        }
        Replay last = replayed.get(replayed.size() - 1);
        return "put back " + Moment.of(last.at(), now).relative() + (last.edited() ? ", edited" : "")
                + (replayed.size() > 1 ? ", " + replayed.size() + " times" : "");
    }
}

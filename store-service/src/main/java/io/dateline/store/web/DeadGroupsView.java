package io.dateline.store.web;

import io.dateline.store.deadletter.DeadLetterGroups;
import java.time.Instant;
import java.util.List;

/**
 * Dead letters by cause.
 *
 * @param groups  largest first; never null
 * @param partial topics of which not all was looked at, in words; never null
 */
public record DeadGroupsView(List<Line> groups, List<String> partial) {

    /**
     * @param count {@code 7}, or {@code 7 or more}
     * @param open  whether some of them were never put back
     */
    public record Line(
            String href,
            String reason,
            String service,
            String topic,
            String cause,
            String count,
            String replayed,
            boolean open,
            Moment first,
            Moment last,
            String sample) {}

    static DeadGroupsView of(DeadLetterGroups groups, Instant now) {
        return new DeadGroupsView(
                groups.groups().stream().map(group -> line(group, now)).toList(),
                groups.topics().stream()
                        .filter(DeadLetterGroups.TopicRead::approximate)
                        .map(topic -> topic.topic() + ": the newest " + Figures.number(topic.read()) + " of "
                                + Figures.number(topic.kept()))
                        .toList());
    }

    private static Line line(DeadLetterGroups.Group group, Instant now) {
        return new Line(
                DeadPaths.group(group.key()),
                group.reason(),
                group.service() == null ? "not known" : group.service(),
                group.topic(),
                group.cause(),
                Figures.number(group.count()) + (group.approximate() ? " or more" : ""),
                Figures.number(group.replayed()),
                group.replayed() < group.count(),
                Moment.of(group.firstAt(), now),
                Moment.of(group.lastAt(), now),
                DeadPaths.letter(group.sample()));
    }
}

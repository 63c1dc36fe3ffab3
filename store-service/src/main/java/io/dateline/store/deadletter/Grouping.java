package io.dateline.store.deadletter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts heads of one topic, newest first, into groups. Not for use by several threads. */
final class Grouping {
    private final Map<GroupKey, List<LetterHead>> groups = new LinkedHashMap<>();
    private long read;

    /** @return true: all there is to read is wanted */
    boolean add(LetterHead head) {
        groups.computeIfAbsent(head.group(), key -> new ArrayList<>()).add(head);
        read++;
        return true;
    }

    long read() {
        return read;
    }

    /** Largest first. */
    List<DeadLetterGroups.Group> groups(ReplayTable.Known known, boolean approximate) {
        return groups.entrySet().stream()
                .map(entry -> group(entry.getKey(), entry.getValue(), known, approximate))
                .sorted(Comparator.comparingLong(DeadLetterGroups.Group::count).reversed())
                .toList();
    }

    private static DeadLetterGroups.Group group(
            GroupKey key, List<LetterHead> heads, ReplayTable.Known known, boolean approximate) {
        LetterHead newest = heads.get(0);
        return new DeadLetterGroups.Group(
                key.topic(),
                key.service(),
                key.reason(),
                key.cause(),
                heads.size(),
                heads.stream().filter(head -> !known.of(head).isEmpty()).count(),
                heads.get(heads.size() - 1).at(),
                newest.at(),
                newest.id(),
                approximate);
    }
}

package io.dateline.store.story;

import java.time.Instant;
import java.util.Collection;
import java.util.TreeMap;

/** A story as the builder knows it: those of its members whose days are in memory. */
final class BuiltStory {
    final String id;
    final long foundedSeq;
    private Instant foundedAt;
    private final TreeMap<Long, Member> members = new TreeMap<>();

    BuiltStory(String id, Instant foundedAt, long foundedSeq) {
        this.id = id;
        this.foundedAt = foundedAt;
        this.foundedSeq = foundedSeq;
    }

    Instant foundedAt() {
        return foundedAt;
    }

    void foundedAt(Instant at) {
        foundedAt = at;
    }

    void add(Member member) {
        members.put(member.report.seq(), member);
        member.story = this;
    }

    void remove(Member member) {
        members.remove(member.report.seq());
    }

    /** In the order of changes. */
    Collection<Member> members() {
        return members.values();
    }
}

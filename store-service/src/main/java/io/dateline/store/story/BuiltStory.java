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
    /** Those of them that are no copies: few of many, and all that articles are compared with. */
    private final TreeMap<Long, Member> originals = new TreeMap<>();

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
        sort(member);
    }

    /** Whether it is an original may have changed. */
    void sort(Member member) {
        if (member.original() && members.get(member.report.seq()) == member) {
            originals.put(member.report.seq(), member);
        } else {
            originals.remove(member.report.seq(), member);
        }
    }

    void remove(Member member) {
        members.remove(member.report.seq(), member);
        originals.remove(member.report.seq(), member);
    }

    /** In the order of changes. */
    Collection<Member> members() {
        return members.values();
    }

    /** The latest change first. */
    Collection<Member> latestOriginals() {
        return originals.descendingMap().values();
    }

    /** The latest change first. */
    Collection<Member> latest() {
        return members.descendingMap().values();
    }
}

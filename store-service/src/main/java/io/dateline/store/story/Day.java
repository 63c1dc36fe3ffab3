package io.dateline.store.story;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The members of one day, found by what they have in common with an article. Not thread-safe. */
final class Day {
    private final Map<String, Member> members = new LinkedHashMap<>();
    /** By owner number; null where one has gone. */
    private final List<Member> owners = new ArrayList<>();

    private final Map<Member, Integer> numbers = new IdentityHashMap<>();
    private final Postings words = new Postings();
    private final Postings names = new Postings();
    private final Postings bands = new Postings();
    private final Tally tally = new Tally();
    private int indexed;

    void add(Member member) {
        members.put(member.id(), member);
        if (!member.indexed) {
            return;
        }
        int number = owners.size();
        owners.add(member);
        numbers.put(member, number);
        indexed++;
        Features features = member.report.features();
        for (int key : features.words().keys()) {
            words.add(key, number);
        }
        for (int key : features.names().keys()) {
            names.add(key, number);
        }
        if (features.sketch() != null) {
            for (int band = 0; band < Sketch.BANDS; band++) {
                bands.add(Sketch.band(features.sketch(), band), number);
            }
        }
    }

    void remove(Member member) {
        members.remove(member.id());
        Integer number = numbers.remove(member);
        if (number == null) {
            return;
        }
        owners.set(number, null);
        indexed--;
        Features features = member.report.features();
        for (int key : features.words().keys()) {
            words.forget(key);
        }
        for (int key : features.names().keys()) {
            names.forget(key);
        }
        if (features.sketch() != null) {
            for (int band = 0; band < Sketch.BANDS; band++) {
                bands.forget(Sketch.band(features.sketch(), band));
            }
        }
    }

    Iterable<Member> members() {
        return members.values();
    }

    int size() {
        return members.size();
    }

    /** Members that others are compared with. */
    int indexed() {
        return indexed;
    }

    int withWord(int key) {
        return words.count(key);
    }

    int withName(int key) {
        return names.count(key);
    }

    /** Gives points to each member that has a word. */
    void scoreWord(int key, double points) {
        score(words, key, points);
    }

    void scoreName(int key, double points) {
        score(names, key, points);
    }

    void scoreBand(int key, double points) {
        score(bands, key, points);
    }

    /** Offers all that have points, and forgets these. */
    void offer(Best best) {
        tally.drain((number, points) -> {
            Member member = owners.get(number);
            if (member != null) {
                best.offer(member, points);
            }
        });
    }

    private void score(Postings postings, int key, double points) {
        for (int entry = postings.first(key); entry != 0; entry = postings.next(entry)) {
            tally.add(postings.owner(entry), points);
        }
    }
}

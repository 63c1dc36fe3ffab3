package io.dateline.store.story;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The members of one day, found by what they have in common with an article. Not thread-safe. */
final class Day {
    private final Map<String, Member> members = new LinkedHashMap<>();
    /** By owner number; null where one has gone. */
    private final List<Member> owners = new ArrayList<>();

    private final Map<Member, Integer> numbers = new IdentityHashMap<>();
    private final Postings words = new Postings();
    private final Postings names = new Postings();
    private final Postings bands = new Postings();
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

    void eachWithWord(int key, Consumer<Member> action) {
        each(words, key, action);
    }

    void eachWithName(int key, Consumer<Member> action) {
        each(names, key, action);
    }

    void eachWithBand(int key, Consumer<Member> action) {
        each(bands, key, action);
    }

    private void each(Postings postings, int key, Consumer<Member> action) {
        for (int entry = postings.first(key); entry != 0; entry = postings.next(entry)) {
            Member member = owners.get(postings.owner(entry));
            if (member != null) {
                action.accept(member);
            }
        }
    }
}

package io.dateline.store.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Finds the few members that an article may have something to do with, without looking at all. */
final class Candidates {
    private static final int MOST = 32;
    /** Members looked at because they share a word or a name; the rarest come first. */
    private static final int LOOKS = 3_000;

    private Candidates() {}

    /** Members whose text may be that of the article, those that share the most of its sketch first. */
    static List<Member> byText(Report report, Nearby nearby) {
        byte[] sketch = report.features().sketch();
        if (sketch == null) {
            return List.of();
        }
        Tally shared = new Tally();
        for (int band = 0; band < Sketch.BANDS; band++) {
            nearby.eachWithBand(Sketch.band(sketch, band), member -> shared.add(member, 1));
        }
        return shared.best(MOST);
    }

    /** Members that share most of what is rare with it. */
    static List<Member> byTerms(Report report, Nearby nearby) {
        Tally scores = new Tally();
        int looks = 0;
        for (Term term : rarestFirst(report, nearby)) {
            looks += term.count();
            if (looks > LOOKS) {
                break;
            }
            Consumer<Member> add = member -> scores.add(member, term.score());
            if (term.name()) {
                nearby.eachWithName(term.key(), add);
            } else {
                nearby.eachWithWord(term.key(), add);
            }
        }
        return scores.best(MOST);
    }

    private static List<Term> rarestFirst(Report report, Nearby nearby) {
        List<Term> terms = new ArrayList<>();
        Terms words = report.features().words();
        for (int i = 0; i < words.size(); i++) {
            int count = nearby.withWord(words.keys()[i]);
            if (count > 0) {
                double rarity = nearby.rarity(count);
                terms.add(new Term(words.keys()[i], false, count, words.weights()[i] * rarity * rarity));
            }
        }
        Terms names = report.features().names();
        for (int i = 0; i < names.size(); i++) {
            int count = nearby.withName(names.keys()[i]);
            if (count > 0) {
                double rarity = nearby.rarity(count);
                terms.add(new Term(names.keys()[i], true, count, names.weights()[i] / 50.0 * rarity * rarity));
            }
        }
        terms.sort(
                Comparator.comparingInt(Term::count).thenComparing(Term::name).thenComparing(Term::key));
        return terms;
    }

    private record Term(int key, boolean name, int count, double score) {}
}

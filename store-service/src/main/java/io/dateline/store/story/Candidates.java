package io.dateline.store.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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
        for (int band = 0; band < Sketch.BANDS; band++) {
            nearby.scoreBand(Sketch.band(sketch, band), 1);
        }
        return nearby.best(MOST);
    }

    /** Members that share most of what is rare with it. */
    static List<Member> byTerms(Report report, Nearby nearby) {
        int looks = 0;
        for (Term term : rarestFirst(report, nearby)) {
            looks += term.count();
            if (looks > LOOKS) {
                break;
            }
            if (term.name()) {
                nearby.scoreName(term.key(), term.score());
            } else {
                nearby.scoreWord(term.key(), term.score());
            }
        }
        return nearby.best(MOST);
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

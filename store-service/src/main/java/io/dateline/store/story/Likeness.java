package io.dateline.store.story;

import java.util.IdentityHashMap;
import java.util.Map;

/**
 * How alike two articles are: cosine of words and of names, each weighed by how rare it is in the days around (Salton,
 * Buckley: Term-weighting approaches, 1988), and text they share. Every sum is made in the order of the hashes, so that
 * the same two give the same number on every machine.
 */
final class Likeness {
    private static final double SHARED_TEXT = 0.3;
    /** What each day between two articles takes away. */
    private static final double DAY = 0.06;

    private static final double SECONDS_OF_DAY = 86_400;
    /** A copy has so much of the shorter text, in runs of three words. */
    private static final double COPIED = 0.55;
    /** Below, the estimate of what is shared is mostly noise. */
    private static final double LEAST_SHARED = 0.15;
    /** Bulletins of one form share their text, but not the words that count, nor whom and what they name. */
    private static final double COPY_WORDS = 0.2;

    private static final double COPY_NAMES = 0.5;
    /** Above, there is nothing left to doubt. */
    private static final double SAME_TEXT = 0.9;

    private final Rarities ofWords;
    private final Rarities ofNames;
    /** An article is compared with many, and many twice. */
    private final Map<Terms, Double> squares = new IdentityHashMap<>();

    Likeness(Nearby nearby) {
        this.ofWords = new Rarities(key -> nearby.rarity(nearby.withWord(key)));
        this.ofNames = new Rarities(key -> nearby.rarity(nearby.withName(key)));
    }

    /**
     * From 0 to about 1.3. The geometric mean of words and names: other happenings in one place share names, happenings
     * of one kind share words, and neither is enough.
     */
    double of(Report one, Report other) {
        double words = words(one, other);
        if (words == 0) {
            return 0;
        }
        double shared = shared(one, other);
        double sum = words;
        if (bothName(one, other)) {
            double names = names(one, other);
            if (shared >= LEAST_SHARED && shared < SAME_TEXT && names < COPY_NAMES) {
                return 0;
            }
            sum = Math.sqrt(words * names);
        }
        double days = Math.abs(one.at().getEpochSecond() - other.at().getEpochSecond()) / SECONDS_OF_DAY;
        return (sum + SHARED_TEXT * shared) * Math.max(0, 1 - DAY * days);
    }

    /** How much of the shorter text is in the other, 0 to 1; 0 where it is too little to speak of a copy. */
    static double contained(Report one, Report other) {
        double shared = shared(one, other);
        if (shared < LEAST_SHARED) {
            return 0;
        }
        double a = Math.max(1, one.features().length());
        double b = Math.max(1, other.features().length());
        // What both have, from what they have in common of what either has; the lengths say how much that is.
        double contained = Math.min(1, shared * (a + b) / ((1 + shared) * Math.min(a, b)));
        return contained < COPIED ? 0 : contained;
    }

    /** Whether one of two that have much text in common is a copy of the other, and not the next bulletin of its form. */
    boolean copied(Report one, Report other) {
        return shared(one, other) >= SAME_TEXT
                || words(one, other) >= COPY_WORDS && !(bothName(one, other) && names(one, other) < COPY_NAMES);
    }

    private static double shared(Report one, Report other) {
        return Sketch.likeness(one.features().sketch(), other.features().sketch());
    }

    private static boolean bothName(Report one, Report other) {
        return one.features().names().size() > 0 && other.features().names().size() > 0;
    }

    private double words(Report one, Report other) {
        return cosine(one.features().words(), other.features().words(), ofWords);
    }

    private double names(Report one, Report other) {
        return cosine(one.features().names(), other.features().names(), ofNames);
    }

    private double cosine(Terms one, Terms other, Rarities rarities) {
        double product = 0;
        int i = 0;
        int j = 0;
        while (i < one.size() && j < other.size()) {
            int a = one.keys()[i];
            int b = other.keys()[j];
            if (a == b) {
                double rarity = rarities.of(a);
                product += one.weights()[i++] * other.weights()[j++] * rarity * rarity;
            } else if (a < b) {
                i++;
            } else {
                j++;
            }
        }
        return product == 0 ? 0 : product / Math.sqrt(square(one, rarities) * square(other, rarities));
    }

    private double square(Terms terms, Rarities rarities) {
        Double known = squares.get(terms);
        if (known == null) {
            known = sumOfSquares(terms, rarities);
            squares.put(terms, known);
        }
        return known;
    }

    private double sumOfSquares(Terms terms, Rarities rarities) {
        double sum = 0;
        for (int i = 0; i < terms.size(); i++) {
            double weight = terms.weights()[i] * rarities.of(terms.keys()[i]);
            sum += weight * weight;
        }
        return sum;
    }
}

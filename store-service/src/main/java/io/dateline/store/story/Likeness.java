package io.dateline.store.story;

/**
 * How alike two articles are: cosine of words and of names, each weighed by how rare it is in the days around (Salton,
 * Buckley: Term-weighting approaches, 1988), and text they share. Every sum is made in the order of the hashes, so that
 * the same two give the same number on every machine.
 */
final class Likeness {
    /** Share of words in the sum where both articles name somebody; the rest is the names'. */
    private static final double WORDS = 0.7;
    /** Articles that tell the same with other words share at least some; names alone make no story. */
    private static final double FEWEST_WORDS = 0.12;

    private static final double SHARED_TEXT = 0.3;
    /** What each day between two articles takes away. */
    private static final double DAY = 0.08;

    private static final double SECONDS_OF_DAY = 86_400;
    /** A copy has so much of the shorter text, in runs of three words. */
    private static final double COPIED = 0.55;
    /** Below, the estimate of what is shared is mostly noise. */
    private static final double LEAST_SHARED = 0.15;
    /** Bulletins of one form share their text but not their words that count. */
    private static final double COPY_WORDS = 0.2;
    /** Above, there is nothing left to doubt. */
    private static final double SAME_TEXT = 0.9;

    private final Nearby nearby;

    Likeness(Nearby nearby) {
        this.nearby = nearby;
    }

    /** 0 to about 1.3. */
    double of(Report one, Report other) {
        double words = words(one.features(), other.features());
        if (words < FEWEST_WORDS) {
            return 0;
        }
        double sum = words;
        if (one.features().names().size() > 0 && other.features().names().size() > 0) {
            sum = WORDS * words
                    + (1 - WORDS)
                            * cosine(one.features().names(), other.features().names(), true);
        }
        sum += SHARED_TEXT
                * Sketch.likeness(one.features().sketch(), other.features().sketch());
        double days = Math.abs(one.at().getEpochSecond() - other.at().getEpochSecond()) / SECONDS_OF_DAY;
        return sum * Math.max(0, 1 - DAY * days);
    }

    /** How much of the shorter text is in the other, 0 to 1; 0 where it is too little to speak of a copy. */
    double copied(Report one, Report other) {
        double shared =
                Sketch.likeness(one.features().sketch(), other.features().sketch());
        if (shared < LEAST_SHARED) {
            return 0;
        }
        double a = Math.max(1, one.features().length());
        double b = Math.max(1, other.features().length());
        // What both have, from what they have in common of what either has; the lengths say how much that is.
        double contained = Math.min(1, shared * (a + b) / ((1 + shared) * Math.min(a, b)));
        if (contained < COPIED) {
            return 0;
        }
        return shared >= SAME_TEXT || words(one.features(), other.features()) >= COPY_WORDS ? contained : 0;
    }

    private double words(Features one, Features other) {
        return cosine(one.words(), other.words(), false);
    }

    private double cosine(Terms one, Terms other, boolean names) {
        double product = 0;
        int i = 0;
        int j = 0;
        while (i < one.size() && j < other.size()) {
            int a = one.keys()[i];
            int b = other.keys()[j];
            if (a == b) {
                double rarity = rarity(a, names);
                product += one.weights()[i++] * other.weights()[j++] * rarity * rarity;
            } else if (a < b) {
                i++;
            } else {
                j++;
            }
        }
        return product == 0 ? 0 : product / Math.sqrt(square(one, names) * square(other, names));
    }

    private double square(Terms terms, boolean names) {
        double sum = 0;
        for (int i = 0; i < terms.size(); i++) {
            double weight = terms.weights()[i] * rarity(terms.keys()[i], names);
            sum += weight * weight;
        }
        return sum;
    }

    private double rarity(int key, boolean names) {
        return nearby.rarity(names ? nearby.withName(key) : nearby.withWord(key));
    }
}

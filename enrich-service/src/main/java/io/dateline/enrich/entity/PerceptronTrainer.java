package io.dateline.enrich.entity;

import io.dateline.enrich.gazetteer.Gazetteer;
import io.dateline.enrich.text.Tokens;

/** Trains the weights of a {@link Tagger}, text by text. Deterministic in the order of texts. Not thread-safe. */
public final class PerceptronTrainer {
    /** Stands for a label that is not known: nothing is learned from that token. */
    public static final byte UNKNOWN = -1;

    /** By how much the right label must lead all others; rare words' weights go on growing until it does. */
    private static final float MARGIN = 30;

    private final int buckets;
    private final Lexica lexica;
    private final Gazetteer gazetteer;
    private final float[] weights;
    private final float[] moments;
    private final float[] scores = new float[TagSet.STRIDE];
    private int step = 1;

    /** @param bits the table has two to this power rows */
    public PerceptronTrainer(int bits, Lexica lexica, Gazetteer gazetteer) {
        this.buckets = 1 << bits;
        this.lexica = lexica;
        this.gazetteer = gazetteer;
        this.weights = new float[buckets * TagSet.STRIDE];
        this.moments = new float[buckets * TagSet.STRIDE];
    }

    /**
     * One pass over a text; returns how many tokens were labelled wrongly.
     *
     * @param gold  the right labels
     * @param first the labels of the first pass, or null where it is the one that is trained
     */
    public int learn(Tokens tokens, byte[] gold, byte[] first) {
        Features features = new Features(tokens, new WordFacts(tokens, lexica, gazetteer), buckets);
        SecondLook look = first == null ? null : new SecondLook(tokens, first);
        int wrong = 0;
        int before = TagSet.OUTSIDE;
        int beforeThat = TagSet.OUTSIDE;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.startsSentence(i)) {
                before = TagSet.OUTSIDE;
                beforeThat = TagSet.OUTSIDE;
            }
            features.compute(i, before, beforeThat);
            if (look != null) {
                look.add(features, i, before);
            }
            int guess = guess(features);
            if (gold[i] != UNKNOWN) {
                wrong += guess == gold[i] ? 0 : 1;
                int rival = rival(gold[i]);
                if (scores[gold[i]] - scores[rival] < MARGIN) {
                    update(features, gold[i], 1);
                    update(features, rival, -1);
                }
            }
            step++;
            // The own guess stands before the next token, as it will when tagging but for tokens that are passed over
            // then.
            beforeThat = before;
            before = guess;
        }
        return wrong;
    }

    /** The average of all weights the training went through. */
    public WeightTable weights() {
        float[] average = new float[weights.length];
        for (int i = 0; i < weights.length; i++) {
            average[i] = weights[i] - moments[i] / step;
        }
        return WeightTable.of(buckets, average);
    }

    private int guess(Features features) {
        java.util.Arrays.fill(scores, 0);
        for (int f = 0; f < features.count(); f++) {
            int row = features.addresses()[f] * TagSet.STRIDE;
            for (int label = 0; label < TagSet.SIZE; label++) {
                scores[label] += weights[row + label];
            }
        }
        int best = 0;
        for (int label = 1; label < TagSet.SIZE; label++) {
            best = scores[label] > scores[best] ? label : best;
        }
        return best;
    }

    /** The label but the right one that has the most. */
    private int rival(int gold) {
        int best = gold == 0 ? 1 : 0;
        for (int label = 0; label < TagSet.SIZE; label++) {
            best = label != gold && scores[label] > scores[best] ? label : best;
        }
        return best;
    }

    private void update(Features features, int label, float by) {
        for (int f = 0; f < features.count(); f++) {
            int at = features.addresses()[f] * TagSet.STRIDE + label;
            weights[at] += by;
            moments[at] += by * step;
        }
    }
}

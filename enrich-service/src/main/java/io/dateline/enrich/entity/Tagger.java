package io.dateline.enrich.entity;

import io.dateline.enrich.gazetteer.Gazetteer;
import io.dateline.enrich.text.Tokens;
import java.util.Arrays;

/**
 * Finds persons, organisations and places: a greedy tagger over hashed features with the weights of an averaged
 * perceptron (Collins 2002; features after Ratinov and Roth 2009). Linear in the number of tokens. Thread-safe.
 */
public final class Tagger {
    private final PackedWeights weights;
    private final int buckets;
    private final boolean twice;
    private final Lexica lexica;
    private final Gazetteer gazetteer;

    public Tagger(TaggerModel model, Lexica lexica, Gazetteer gazetteer) {
        this.weights = new PackedWeights(model);
        this.buckets = model.first().buckets();
        this.twice = model.second() != null;
        this.lexica = lexica;
        this.gazetteer = gazetteer;
    }

    /** One label of {@link TagSet} for each token; well-formed names only. */
    public byte[] tag(Tokens tokens) {
        byte[] labels = new byte[tokens.size()];
        if (tokens.size() == 0) {
            return labels;
        }
        Features features = new Features(tokens, new WordFacts(tokens, lexica, gazetteer), buckets);
        // What the second pass makes of the words alone is summed up along with the first, where the features are there
        // then.
        boolean[] summed = new boolean[tokens.size()];
        short[] sums = new short[tokens.size() * TagSet.SIZE];
        firstPass(tokens, features, labels, summed, sums);
        return twice ? secondPass(tokens, features, labels, summed, sums) : labels;
    }

    private void firstPass(Tokens tokens, Features features, byte[] labels, boolean[] summed, short[] sums) {
        long[] lanes = new long[PackedWeights.LANES];
        int[] scores = new int[TagSet.STRIDE];
        int before = TagSet.OUTSIDE;
        int beforeThat = TagSet.OUTSIDE;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.startsSentence(i)) {
                before = TagSet.OUTSIDE;
                beforeThat = TagSet.OUTSIDE;
            }
            if (!features.mayBeginName(i) && TagSet.closed(before)) {
                beforeThat = before;
                before = TagSet.OUTSIDE;
                continue;
            }
            features.compute(i, before, beforeThat);
            Arrays.fill(lanes, 0);
            weights.add(features.addresses(), features.count(), PackedWeights.FIRST, lanes);
            for (int label = 0; label < TagSet.SIZE; label++) {
                scores[label] = PackedWeights.score(lanes, label, features.count());
            }
            if (twice) {
                summed[i] = true;
                Arrays.fill(lanes, 0);
                weights.add(features.addresses(), features.fixed(), PackedWeights.SECOND, lanes);
                for (int label = 0; label < TagSet.SIZE; label++) {
                    sums[i * TagSet.SIZE + label] = (short) PackedWeights.score(lanes, label, features.fixed());
                }
            }
            int best = best(scores, before, tokens.endsSentence(i));
            labels[i] = (byte) best;
            beforeThat = before;
            before = best;
        }
    }

    private byte[] secondPass(Tokens tokens, Features features, byte[] first, boolean[] summed, short[] sums) {
        byte[] labels = new byte[first.length];
        SecondLook look = new SecondLook(tokens, first);
        long[] lanes = new long[PackedWeights.LANES];
        int[] scores = new int[TagSet.STRIDE];
        int before = TagSet.OUTSIDE;
        int beforeThat = TagSet.OUTSIDE;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.startsSentence(i)) {
                before = TagSet.OUTSIDE;
                beforeThat = TagSet.OUTSIDE;
            }
            if (first[i] == TagSet.OUTSIDE && TagSet.closed(before) && !features.mayBeginName(i)) {
                beforeThat = before;
                before = TagSet.OUTSIDE;
                continue;
            }
            if (summed[i]) {
                features.restart(i, before, beforeThat);
            } else {
                // Passed over before, but in a name now.
                features.compute(i, before, beforeThat);
            }
            look.add(features, i, before);
            Arrays.fill(lanes, 0);
            weights.add(features.addresses(), features.count(), PackedWeights.SECOND, lanes);
            for (int label = 0; label < TagSet.SIZE; label++) {
                scores[label] = sums[i * TagSet.SIZE + label] + PackedWeights.score(lanes, label, features.count());
            }
            int best = best(scores, before, tokens.endsSentence(i));
            labels[i] = (byte) best;
            beforeThat = before;
            before = best;
        }
        return labels;
    }

    private static int best(int[] scores, int before, boolean lastOfSentence) {
        int best = -1;
        for (int label = 0; label < TagSet.SIZE; label++) {
            if ((best < 0 || scores[label] > scores[best]) && TagSet.allowed(before, label, lastOfSentence)) {
                best = label;
            }
        }
        return best;
    }
}

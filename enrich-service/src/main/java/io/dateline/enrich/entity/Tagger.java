package io.dateline.enrich.entity;

import io.dateline.enrich.gazetteer.Gazetteer;
import io.dateline.enrich.text.Tokens;

/**
 * Finds persons, organisations and places: a greedy tagger over hashed features with the weights of an averaged
 * perceptron (Collins 2002; features after Ratinov and Roth 2009). Linear in the number of tokens. Thread-safe.
 */
public final class Tagger {
    private final TaggerModel model;
    private final Lexica lexica;
    private final Gazetteer gazetteer;

    public Tagger(TaggerModel model, Lexica lexica, Gazetteer gazetteer) {
        this.model = model;
        this.lexica = lexica;
        this.gazetteer = gazetteer;
    }

    /** One label of {@link TagSet} for each token; well-formed names only. */
    public byte[] tag(Tokens tokens) {
        byte[] labels = new byte[tokens.size()];
        if (tokens.size() == 0) {
            return labels;
        }
        Features features = new Features(tokens, new WordFacts(tokens, lexica, gazetteer), model.buckets());
        int[] scores = new int[TagSet.STRIDE];
        int before = TagSet.OUTSIDE;
        int beforeThat = TagSet.OUTSIDE;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.startsSentence(i)) {
                before = TagSet.OUTSIDE;
                beforeThat = TagSet.OUTSIDE;
            }
            features.compute(i, before, beforeThat);
            model.score(features.addresses(), features.count(), scores);
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

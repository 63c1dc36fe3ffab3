package io.dateline.enrich.train;

import io.dateline.enrich.entity.PerceptronTrainer;
import io.dateline.enrich.entity.TagSet;
import io.dateline.enrich.entity.Tagger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Labels texts anew by vote (self-training with agreement, after Yarowsky 1995): taggers that each saw another part of
 * the hand-labelled texts, and the labels the text came with. A name most agree on is taken, one hardly any has is not,
 * and where they are divided nothing is learned from these tokens.
 */
final class Relabel {
    /** What the given labels count, in shares of all taggers. */
    private static final double GIVEN = 0.5;

    private static final double ENOUGH = 0.85;
    private static final double HARDLY_ANY = 0.3;

    private final List<Tagger> taggers;

    Relabel(List<Tagger> taggers) {
        this.taggers = List.copyOf(taggers);
    }

    /** The same texts with the labels of the vote; {@link PerceptronTrainer#UNKNOWN} where it was divided. */
    List<NerCorpus.Text> vote(List<NerCorpus.Text> texts) {
        return texts.parallelStream().map(this::vote).toList();
    }

    private NerCorpus.Text vote(NerCorpus.Text text) {
        Map<Long, Double> votes = new HashMap<>();
        for (long span : NerScore.spans(text.labels())) {
            votes.merge(span, GIVEN, Double::sum);
        }
        for (Tagger tagger : taggers) {
            for (long span : NerScore.spans(tagger.tag(text.tokens()))) {
                votes.merge(span, 1.0 / taggers.size(), Double::sum);
            }
        }
        byte[] labels = new byte[text.labels().length];
        List<Map.Entry<Long, Double>> best = new ArrayList<>(votes.entrySet());
        best.sort(Map.Entry.<Long, Double>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()));
        boolean[] settled = new boolean[labels.length];
        for (Map.Entry<Long, Double> one : best) {
            int from = NerScore.first(one.getKey());
            int to = NerScore.last(one.getKey()) + 1;
            boolean free = true;
            for (int i = from; i < to; i++) {
                free &= !settled[i];
            }
            if (one.getValue() >= ENOUGH && free) {
                label(labels, from, to, (int) (one.getKey() & 3));
                Arrays.fill(settled, from, to, true);
            } else if (one.getValue() > HARDLY_ANY) {
                for (int i = from; i < to; i++) {
                    labels[i] = settled[i] ? labels[i] : PerceptronTrainer.UNKNOWN;
                }
            }
        }
        return new NerCorpus.Text(text.sentences(), text.tokens(), labels);
    }

    private static void label(byte[] labels, int from, int to, int type) {
        for (int i = from; i < to; i++) {
            int position =
                    to - from == 1 ? TagSet.UNIT : i == from ? TagSet.BEGIN : i == to - 1 ? TagSet.LAST : TagSet.INSIDE;
            labels[i] = (byte) TagSet.label(type, position);
        }
    }
}

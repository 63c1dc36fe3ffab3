package io.dateline.enrich.train;

import io.dateline.enrich.entity.TagSet;
import io.dateline.enrich.entity.Tagger;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Entity-level precision, recall and F1 on gold tokens: a name counts where span and type are both right. */
final class NerScore {
    private static final PrintStream CONSOLE = System.out;
    private static final String[] TYPES = {"PER", "ORG", "LOC"};

    private final int[] right = new int[3];
    private final int[] found = new int[3];
    private final int[] wanted = new int[3];

    private NerScore() {}

    static void print(Tagger tagger, List<NerCorpus> corpora) {
        NerScore all = new NerScore();
        long tokens = 0;
        long nanos = 0;
        for (NerCorpus corpus : corpora) {
            NerScore one = new NerScore();
            for (NerCorpus.Text text : corpus.texts()) {
                long from = System.nanoTime();
                byte[] labels = tagger.tag(text.tokens());
                nanos += System.nanoTime() - from;
                tokens += labels.length;
                one.add(text.labels(), labels);
                all.add(text.labels(), labels);
            }
            one.print(corpus.name());
        }
        all.print("all");
        CONSOLE.printf(Locale.ROOT, "%d tokens, %.0f tokens/s%n", tokens, tokens * 1e9 / nanos);
    }

    private void add(byte[] gold, byte[] labels) {
        Set<Long> expected = spans(gold);
        for (long span : expected) {
            wanted[(int) (span & 3)]++;
        }
        for (long span : spans(labels)) {
            found[(int) (span & 3)]++;
            right[(int) (span & 3)] += expected.contains(span) ? 1 : 0;
        }
    }

    private static Set<Long> spans(byte[] labels) {
        Set<Long> spans = new HashSet<>();
        int start = 0;
        for (int i = 0; i < labels.length; i++) {
            int position = TagSet.position(labels[i]);
            start = position == TagSet.BEGIN || position == TagSet.UNIT ? i : start;
            if (position == TagSet.LAST || position == TagSet.UNIT) {
                spans.add((long) start << 33 | (long) i << 2 | TagSet.type(labels[i]));
            }
        }
        return spans;
    }

    private void print(String name) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-20s", name));
        int[] sum = new int[3];
        for (int type = 0; type < 3; type++) {
            line.append(
                    String.format(Locale.ROOT, " %s %.1f", TYPES[type], f1(right[type], found[type], wanted[type])));
            sum[0] += right[type];
            sum[1] += found[type];
            sum[2] += wanted[type];
        }
        line.append(String.format(
                Locale.ROOT,
                "  P %.1f R %.1f F1 %.1f (%d names)",
                100.0 * sum[0] / Math.max(1, sum[1]),
                100.0 * sum[0] / Math.max(1, sum[2]),
                f1(sum[0], sum[1], sum[2]),
                sum[2]));
        CONSOLE.println(line);
    }

    private static double f1(int right, int found, int wanted) {
        return found + wanted == 0 ? 0 : 200.0 * right / (found + wanted);
    }
}

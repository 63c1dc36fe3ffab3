package io.dateline.enrich.train;

import io.dateline.enrich.entity.TagSet;
import io.dateline.enrich.entity.Tagger;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Entity-level precision, recall and F1 on gold tokens: a name counts where span and type are both right. */
public final class NerScore {
    private static final PrintStream CONSOLE = System.out;
    private static final List<String> TYPES = List.of("PER", "ORG", "LOC");
    private static final int ROUNDS = 5;

    private final String name;
    private final int[] right = new int[3];
    private final int[] found = new int[3];
    private final int[] wanted = new int[3];
    private long tokens;

    private NerScore(String name) {
        this.name = name;
    }

    /**
     * Scores a tagger on what is held out of the hand-labelled corpora.
     *
     * @param ner folder of the corpora
     * @return one for each corpus, and the sum of them as the last
     */
    public static List<NerScore> heldOut(Tagger tagger, Path ner) throws IOException {
        List<NerCorpus> corpora = new ArrayList<>();
        TrainTagger.training(ner, corpora);
        return of(tagger, corpora);
    }

    /** Tokens a second of one thread, by its CPU time, the fastest of several rounds over what is held out. */
    public static double speed(Tagger tagger, Path ner) throws IOException {
        List<NerCorpus> corpora = new ArrayList<>();
        TrainTagger.training(ner, corpora);
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long from = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            long count = of(tagger, corpora).get(corpora.size()).tokens;
            long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - from;
            best = Math.max(best, count * 1e9 / spent);
        }
        return best;
    }

    static void print(Tagger tagger, List<NerCorpus> corpora) {
        of(tagger, corpora).forEach(NerScore::print);
    }

    private static List<NerScore> of(Tagger tagger, List<NerCorpus> corpora) {
        List<NerScore> scores = new ArrayList<>();
        NerScore all = new NerScore("all");
        for (NerCorpus corpus : corpora) {
            NerScore one = new NerScore(corpus.name());
            for (NerCorpus.Text text : corpus.texts()) {
                byte[] labels = tagger.tag(text.tokens());
                one.add(text.labels(), labels);
                all.add(text.labels(), labels);
            }
            scores.add(one);
        }
        scores.add(all);
        return scores;
    }

    /** Of the corpus, or {@code all}. */
    public String name() {
        return name;
    }

    /** In per cent, over all types. */
    public double f1() {
        return f1(sum(right), sum(found), sum(wanted));
    }

    /** In per cent. @param type {@code PER}, {@code ORG} or {@code LOC} */
    public double f1(String type) {
        int at = TYPES.indexOf(type);
        return f1(right[at], found[at], wanted[at]);
    }

    /** How many names there are to find. */
    public int names() {
        return sum(wanted);
    }

    public long tokens() {
        return tokens;
    }

    private static int sum(int[] counts) {
        return counts[0] + counts[1] + counts[2];
    }

    private void add(byte[] gold, byte[] labels) {
        Set<Long> expected = spans(gold);
        tokens += gold.length;
        for (long span : expected) {
            wanted[(int) (span & 3)]++;
        }
        for (long span : spans(labels)) {
            found[(int) (span & 3)]++;
            right[(int) (span & 3)] += expected.contains(span) ? 1 : 0;
        }
    }

    /** Names as first token, last token and type in one number. */
    static Set<Long> spans(byte[] labels) {
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

    static int first(long span) {
        return (int) (span >>> 33);
    }

    static int last(long span) {
        return (int) (span >>> 2) & 0x7FFFFFFF;
    }

    private void print() {
        CONSOLE.printf(
                Locale.ROOT,
                "%-20s PER %.1f ORG %.1f LOC %.1f  P %.1f R %.1f F1 %.1f (%d names)%n",
                name,
                f1("PER"),
                f1("ORG"),
                f1("LOC"),
                100.0 * sum(right) / Math.max(1, sum(found)),
                100.0 * sum(right) / Math.max(1, names()),
                f1(),
                names());
    }

    private static double f1(int right, int found, int wanted) {
        return found + wanted == 0 ? 0 : 200.0 * right / (found + wanted);
    }
}

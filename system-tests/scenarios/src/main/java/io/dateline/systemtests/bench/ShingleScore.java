package io.dateline.systemtests.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The scoring that scrapinghub/article-extraction-benchmark publishes with its pages ({@code evaluate.py}, MIT): runs of
 * four words, counted; precision and recall of each page, averaged; F1 of the two averages.
 */
final class ShingleScore {
    private static final int WORDS = 4;

    /**
     * One page.
     *
     * @param right  runs found that are in the truth
     * @param excess runs found that are not
     * @param missed runs of the truth that were not found
     */
    record Page(int right, int excess, int missed) {
        double precision() {
            return excess == 0 && missed == 0 ? 1 : right == 0 ? 0 : (double) right / (right + excess);
        }

        double recall() {
            return excess == 0 && missed == 0 ? 1 : right == 0 ? 0 : (double) right / (right + missed);
        }

        boolean exact() {
            return excess == 0 && missed == 0;
        }
    }

    /** All pages: 0 to 1 each. */
    record Total(double f1, double precision, double recall, double accuracy) {}

    private ShingleScore() {}

    static Page page(String truth, String found) {
        Map<List<String>, Integer> expected = shingles(truth);
        Map<List<String>, Integer> got = shingles(found);
        Set<List<String>> all = new HashSet<>(expected.keySet());
        all.addAll(got.keySet());
        int right = 0;
        int excess = 0;
        int missed = 0;
        for (List<String> shingle : all) {
            int wanted = expected.getOrDefault(shingle, 0);
            int had = got.getOrDefault(shingle, 0);
            right += Math.min(wanted, had);
            excess += Math.max(0, had - wanted);
            missed += Math.max(0, wanted - had);
        }
        return new Page(right, excess, missed);
    }

    /** A page where nothing was found counts for recall only, as published. */
    static Total total(List<Page> pages) {
        double precision = pages.stream()
                .filter(page -> page.right() + page.excess() > 0)
                .mapToDouble(Page::precision)
                .average()
                .orElse(0);
        double recall = pages.stream()
                .filter(page -> page.right() + page.missed() > 0)
                .mapToDouble(Page::recall)
                .average()
                .orElse(0);
        double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        return new Total(
                f1, precision, recall, pages.stream().filter(Page::exact).count() / (double) pages.size());
    }

    private static Map<List<String>, Integer> shingles(String text) {
        List<String> words = words(text);
        Map<List<String>, Integer> shingles = new HashMap<>();
        for (int i = 0; i < Math.max(1, words.size() - WORDS + 1); i++) {
            List<String> shingle = List.copyOf(words.subList(i, Math.min(words.size(), i + WORDS)));
            if (!shingle.isEmpty()) {
                shingles.merge(shingle, 1, Integer::sum);
            }
        }
        return shingles;
    }

    /** What {@code \w+} finds in Python: letters, numbers of every kind and underscores, but no combining marks. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (wordCharacter(c)) {
                word.appendCodePoint(c);
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        });
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    private static boolean wordCharacter(int c) {
        int type = Character.getType(c);
        return c == '_'
                || Character.isLetter(c)
                || type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }
}

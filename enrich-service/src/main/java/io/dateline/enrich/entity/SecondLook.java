package io.dateline.enrich.entity;

import io.dateline.enrich.text.Tokens;
import java.util.HashMap;
import java.util.Map;

/**
 * What the second pass sees of the first one's labels (after Krishnan and Manning 2006): those around a word, the name
 * it was put in, and how the same word was labelled elsewhere in the text. Memory grows with the number of words.
 */
final class SecondLook {
    private static final int TEMPLATES = 100;
    private static final int MOST_COUNTED = 1000;

    private final Tokens tokens;
    private final byte[] first;
    private final int[] nameStart;
    private final int[] nameEnd;
    private final Map<Long, int[]> labelsOf = new HashMap<>();

    SecondLook(Tokens tokens, byte[] first) {
        this.tokens = tokens;
        this.first = first;
        this.nameStart = new int[first.length];
        this.nameEnd = new int[first.length];
        for (int i = 0; i < first.length; i++) {
            if (tokens.capitalised(i)) {
                int[] counts = labelsOf.computeIfAbsent(tokens.lower(i), word -> new int[TagSet.SIZE]);
                counts[first[i]] = Math.min(MOST_COUNTED, counts[first[i]] + 1);
            }
        }
        names();
    }

    private void names() {
        int start = 0;
        for (int i = 0; i < first.length; i++) {
            int position = TagSet.position(first[i]);
            start = position == TagSet.BEGIN || position == TagSet.UNIT ? i : start;
            boolean ends = position == TagSet.LAST || position == TagSet.UNIT;
            for (int k = start; ends && k <= i; k++) {
                nameStart[k] = start;
                nameEnd[k] = i + 1;
            }
        }
    }

    private int label(Features features, int token, int of) {
        return features.inSentence(token, of) ? first[token] : TagSet.SIZE;
    }

    /** Adds the features of a token. */
    void add(Features features, int i, int before) {
        int own = first[i];
        int left = label(features, i - 1, i);
        int right = label(features, i + 1, i);
        int t = TEMPLATES;
        features.add(t, own);
        features.add(t + 1, left);
        features.add(t + 2, right);
        features.add(t + 3, own * 16 + right, label(features, i + 2, i));
        features.add(t + 4, left * 16 + own, right);
        features.add(t + 5, own, features.word(i, i));
        features.add(t + 6, own, features.word(i - 1, i));
        features.add(t + 7, own, features.word(i + 1, i));
        features.add(t + 8, own, before);
        features.add(t + 9, right, features.word(i + 1, i));
        features.add(t + 10, before * 16 + own, right);
        if (own != TagSet.OUTSIDE) {
            name(features, i, own);
        }
        if (tokens.capitalised(i)) {
            elsewhere(features, i, own);
        }
    }

    private void name(Features features, int i, int own) {
        int t = TEMPLATES + 20;
        int from = nameStart[i];
        int to = nameEnd[i];
        int length = Math.min(to - from, 5);
        long head = tokens.lower(to - 1);
        features.add(t, own * 8 + length);
        features.add(t + 1, own, head);
        features.add(t + 2, own, tokens.lower(from));
        features.add(t + 3, own, features.word(from - 1, i));
        features.add(t + 4, own, features.word(to, i));
        features.add(t + 5, features.word(from - 1, i), features.word(to, i));
        features.add(t + 6, label(features, to, i) * 16 + own, label(features, to + 1, i));
    }

    private void elsewhere(Features features, int i, int own) {
        int t = TEMPLATES + 30;
        int[] counts = labelsOf.get(tokens.lower(i));
        int most = -1;
        int mostCount = 0;
        int all = 0;
        for (int label = 0; label < TagSet.SIZE; label++) {
            int count = counts[label] - (label == own ? 1 : 0);
            all += count;
            if (count > 0) {
                features.add(t, label, own);
                features.add(t + 1, label);
            }
            if (count > mostCount) {
                mostCount = count;
                most = label;
            }
        }
        int share = all == 0 ? 0 : 1 + mostCount * 3 / all;
        features.add(t + 2, most * 16 + own, share);
        features.add(t + 3, most, share);
        features.add(t + 4, most * 16 + own, Math.min(all, 4));
    }
}

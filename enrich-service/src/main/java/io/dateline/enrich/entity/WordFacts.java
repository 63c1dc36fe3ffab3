package io.dateline.enrich.entity;

import io.dateline.enrich.gazetteer.Gazetteer;
import io.dateline.enrich.text.TextHash;
import io.dateline.enrich.text.Tokens;
import io.dateline.enrich.text.WordSet;
import java.util.concurrent.ThreadLocalRandom;

/** What is known of each token of one text before tagging: shape, cluster, names it is part of, use in the document. */
final class WordFacts {
    private static final int SEEN_LOWER = 1;
    private static final int SEEN_CAPITAL_INSIDE = 2;
    private static final int AFTER_TITLE = 4;
    private static final int AFTER_PREPOSITION = 8;
    private static final int BEFORE_ORG_WORD = 16;
    private static final int BEFORE_SPEECH = 32;
    /** A document longer than this says enough by its start; it bounds the memory of hostile text. */
    private static final int COUNTED = 20_000;
    /** A text cannot know which of its words meet in one place of a table. */
    private static final long SALT = ThreadLocalRandom.current().nextLong();

    private static final WordSet TITLES = WordSet.of(
            "mr mr. mrs mrs. ms ms. dr dr. prof. professor president minister chairman chairwoman secretary senator sen."
                    + " gov. governor rep. gen. general judge speaker ambassador king queen prince princess pope sir lord"
                    + " captain colonel col. lt. sgt. mayor spokesman spokeswoman director coach player actor singer"
                    + " author chancellor premier sheikh commissioner prosecutor officer leader");
    private static final WordSet PREPOSITIONS = WordSet.of("in at from near to into across outside throughout");
    private static final WordSet ORG_WORDS = WordSet.of(
            "inc inc. corp corp. co co. ltd ltd. llc plc group bank university company party ministry committee council"
                    + " union association federation agency commission institute club fc");
    private static final WordSet SPEECH = WordSet.of("said says told added noted asked replied stated");

    final long[] shape;
    final int[] cluster;
    final int[] names;
    final int[] document;
    final boolean[] shouting;
    /** Whether the first word of a word's sentence is capitalised, so that letters tell names from other words. */
    final boolean[] minding;
    /** First of the capitalised words in a row that a word stands among; itself where it is not capitalised. */
    final int[] runStart;
    /** Behind the last of them; the word itself where it is not capitalised. */
    final int[] runEnd;
    /** Where a word stands in an organisation found by its head word: a position of {@link TagSet}. */
    final byte[] orgRule;

    WordFacts(Tokens tokens, Lexica lexica, Gazetteer gazetteer) {
        int size = tokens.size();
        shape = new long[size];
        cluster = new int[size];
        names = new int[size];
        document = new int[size];
        shouting = new boolean[size];
        minding = new boolean[size];
        runStart = new int[size];
        runEnd = new int[size];
        orgRule = new byte[size];
        for (int i = 0; i < size; i++) {
            shape[i] = shape(tokens, i);
            cluster[i] = lexica.clusters().get(tokens.lower(i));
        }
        capitals(tokens);
        runs(tokens);
        organisations(tokens);
        names(tokens, lexica, gazetteer);
        document(tokens);
    }

    private void capitals(Tokens tokens) {
        for (int from = 0; from < tokens.size(); ) {
            int to = from;
            int upper = 0;
            int words = 0;
            boolean first = false;
            while (to < tokens.size() && tokens.sentence(to) == tokens.sentence(from)) {
                if (tokens.isWord(to)) {
                    first |= words == 0 && tokens.capitalised(to);
                    words++;
                    boolean second = tokens.length(to) > 1
                            && Character.isUpperCase(tokens.text().charAt(tokens.start(to) + 1));
                    upper += tokens.capitalised(to) && (second || tokens.length(to) == 1) ? 1 : 0;
                }
                to++;
            }
            boolean loud = words > 2 && upper * 5 >= words * 4;
            for (int i = from; i < to; i++) {
                shouting[i] = loud;
                minding[i] = first;
            }
            from = to;
        }
    }

    private void runs(Tokens tokens) {
        for (int from = 0; from < tokens.size(); ) {
            int to = from;
            while (to < tokens.size() && tokens.capitalised(to) && tokens.sentence(to) == tokens.sentence(from)) {
                to++;
            }
            for (int i = from; i < to; i++) {
                runStart[i] = from;
                runEnd[i] = to;
            }
            if (to == from) {
                runStart[from] = from;
                runEnd[from] = from;
                to++;
            }
            from = to;
        }
    }

    private void organisations(Tokens tokens) {
        for (int i = 0; i < tokens.size(); ) {
            int end = shouting[i] ? i : OrgRule.end(tokens, i);
            for (int k = i; k < end; k++) {
                orgRule[k] = (byte) (k == i ? TagSet.BEGIN : k == end - 1 ? TagSet.LAST : TagSet.INSIDE);
            }
            i = Math.max(end, i + 1);
        }
    }

    private void names(Tokens tokens, Lexica lexica, Gazetteer gazetteer) {
        for (int i = 0; i < tokens.size(); i++) {
            if (!tokens.capitalised(i)) {
                continue;
            }
            long hash = TextHash.EMPTY;
            int longest = Math.min(Gazetteer.LONGEST, tokens.size() - i);
            for (int n = 1; n <= longest && tokens.sentence(i + n - 1) == tokens.sentence(i); n++) {
                hash = TextHash.append(hash, tokens.lower(i + n - 1));
                int bits = lexica.names().get(hash) & 15 | gazetteer.kinds(hash) << 4;
                bits |= gazetteer.demonym(hash) != null || gazetteer.isGroup(hash) ? 128 : 0;
                if (bits != 0) {
                    // First word, later word, and whether the name is longer than a word, each by kind.
                    names[i] |= bits | (n > 1 ? bits << 16 : 0);
                    for (int k = 1; k < n; k++) {
                        names[i + k] |= bits << 8;
                    }
                }
            }
        }
    }

    private void document(Tokens tokens) {
        int size = Math.min(tokens.size(), COUNTED);
        Uses seen = new Uses(size);
        int[] words = new int[size];
        for (int i = 0; i < size; i++) {
            if (tokens.isWord(i)) {
                words[i] = seen.add(salted(tokens.lower(i)));
                seen.bits[words[i]] |= use(tokens, i, size);
            }
        }
        for (int i = 0; i < tokens.size(); i++) {
            int word = i < size && tokens.isWord(i) ? words[i] : seen.slot(salted(tokens.lower(i)));
            document[i] = seen.bits[word];
        }
    }

    private int use(Tokens tokens, int i, int size) {
        if (!tokens.capitalised(i)) {
            return SEEN_LOWER;
        }
        boolean first = tokens.startsSentence(i);
        int bits = first || shouting[i] ? 0 : SEEN_CAPITAL_INSIDE;
        if (i > 0 && !first) {
            bits |= TITLES.contains(tokens.lower(i - 1)) ? AFTER_TITLE : 0;
            bits |= PREPOSITIONS.contains(tokens.lower(i - 1)) ? AFTER_PREPOSITION : 0;
        }
        if (i + 1 < size) {
            bits |= ORG_WORDS.contains(tokens.lower(i + 1)) ? BEFORE_ORG_WORD : 0;
            bits |= SPEECH.contains(tokens.lower(i + 1)) ? BEFORE_SPEECH : 0;
        }
        return bits;
    }

    /** The uses of each word of a text, by its hash; a word is added to it without an object of its own. */
    private static final class Uses {
        private final long[] words;
        private final int[] bits;

        Uses(int most) {
            words = new long[Integer.highestOneBit(Math.max(4, most)) << 2];
            bits = new int[words.length];
        }

        int add(long word) {
            int slot = slot(word);
            words[slot] = word;
            return slot;
        }

        /** Where the word is, or the free place where it would be. */
        int slot(long word) {
            int mask = words.length - 1;
            int slot = (int) word & mask;
            while (words[slot] != 0 && words[slot] != word) {
                slot = slot + 1 & mask;
            }
            return slot;
        }
    }

    private static long salted(long word) {
        return TextHash.mix(word ^ SALT);
    }

    /** Runs of the same class of character shortened to two: "Xx", "XX", "d", "X.X.", "Xx-Xx". */
    private static long shape(Tokens tokens, int token) {
        long hash = TextHash.EMPTY;
        int last = -1;
        int run = 0;
        for (int i = tokens.start(token); i < tokens.end(token); i++) {
            char c = tokens.text().charAt(i);
            int kind = Character.isUpperCase(c) ? 'X' : Character.isLetter(c) ? 'x' : Character.isDigit(c) ? 'd' : c;
            run = kind == last ? run + 1 : 0;
            if (run < 2) {
                hash = hash * 131 + kind;
            }
            last = kind;
        }
        return TextHash.mix(hash);
    }
}

package io.dateline.enrich.entity;

import io.dateline.enrich.text.TextHash;
import io.dateline.enrich.text.Tokens;

/**
 * The features of one token, as addresses into the weight table: the word, its neighbours, shapes, affixes, Brown
 * clusters, names it is listed in, and its use in the document; then those that depend on the labels before it. The
 * same code trains and tags, so that the two never disagree. Not for use by several threads.
 */
public final class Features {
    /** Features of one token at most. */
    static final int MOST = 192;

    private static final long OUTSIDE_TEXT = 0x5bd1e995L;
    private static final int FIRST_TEMPLATE_OF_HISTORY = 80;
    private static final long NUMBER_WORD = TextHash.word("#number");

    private final Tokens tokens;
    private final WordFacts facts;
    private final int mask;
    private final int[] at = new int[MOST];
    private int count;
    private int fixed;

    Features(Tokens tokens, WordFacts facts, int buckets) {
        this.tokens = tokens;
        this.facts = facts;
        this.mask = buckets - 1;
    }

    int[] addresses() {
        return at;
    }

    int count() {
        return count;
    }

    /**
     * Whether a name may begin with a token. Where a sentence minds its capitals, marks never do, nor words in small letters but
     * those in a listed name, particles before a capital and "al-Burhan": two thirds of a text are passed over by this.
     */
    boolean mayBeginName(int token) {
        return !facts.minding[token]
                || tokens.kind(token) == Tokens.NUMBER
                || facts.names[token] != 0
                || facts.orgRule[token] != 0
                || tokens.isWord(token) && (!Character.isLowerCase(tokens.first(token)) || leads(token));
    }

    private boolean leads(int token) {
        boolean before = inSentence(token + 1, token) && tokens.capitalised(token + 1);
        return before ? Surnames.isParticle(tokens, token) : Surnames.hasArticle(tokens, token);
    }

    /** Computes all features of a token. */
    void compute(int token, int before, int beforeThat) {
        count = 0;
        words(token);
        shapes(token);
        clusters(token);
        names(token);
        run(token);
        organisations(token);
        fixed = count;
        history(token, before, beforeThat);
    }

    /** Begins the features of the second pass: {@link #compute}'s that depend on labels, and room for more. */
    void restart(int token, int before, int beforeThat) {
        count = 0;
        fixed = 0;
        history(token, before, beforeThat);
    }

    void add(int template, long value) {
        long hash = (value + template * 0x632BE59BD9B4E019L) * 0x9E3779B97F4A7C15L;
        at[count++] = (int) (hash >>> 40) & mask;
    }

    void add(int template, long first, long second) {
        add(template, first * 0x2545F4914F6CDD1DL ^ Long.rotateLeft(second, 29) * 0x9FB21C651E98DF25L);
    }

    boolean inSentence(int token, int of) {
        return token >= 0 && token < tokens.size() && tokens.sentence(token) == tokens.sentence(of);
    }

    long word(int token, int of) {
        if (!inSentence(token, of)) {
            return OUTSIDE_TEXT + Integer.signum(token - of);
        }
        return tokens.kind(token) == Tokens.NUMBER ? NUMBER_WORD + tokens.length(token) : tokens.lower(token);
    }

    private long shape(int token, int of) {
        return inSentence(token, of) ? facts.shape[token] : OUTSIDE_TEXT + Integer.signum(token - of);
    }

    private void words(int i) {
        long w = word(i, i);
        long left = word(i - 1, i);
        long right = word(i + 1, i);
        add(0, 1);
        add(1, w);
        add(2, left);
        add(3, right);
        add(4, word(i - 2, i));
        add(5, word(i + 2, i));
        add(6, left, w);
        add(7, w, right);
        add(8, word(i - 2, i), left);
        add(9, right, word(i + 2, i));
        int start = tokens.start(i);
        int end = tokens.end(i);
        String text = tokens.text();
        for (int n = 1; n <= 4 && n <= end - start; n++) {
            add(10 + n, TextHash.lower(text, start, start + n));
            add(14 + n, TextHash.lower(text, end - n, end));
        }
    }

    private void shapes(int i) {
        long shape = facts.shape[i];
        int first = tokens.startsSentence(i) ? 1 : 0;
        int loud = facts.shouting[i] ? 2 : 0;
        add(20, shape, first | loud);
        add(21, shape(i - 1, i), shape);
        add(22, shape, shape(i + 1, i));
        add(23, shape(i - 1, i) * 31 + shape, shape(i + 1, i));
        add(24, shape, tokens.lower(i));
        add(25, shape(i - 2, i) * 31 + shape(i - 1, i), shape);
        add(26, shape * 31 + shape(i + 1, i), shape(i + 2, i));
        add(27, facts.document[i], first | loud);
        add(28, facts.document[i], shape);
    }

    private int prefix(int token, int of, int bits) {
        int path = inSentence(token, of) ? facts.cluster[token] : 0;
        int length = 31 - Integer.numberOfLeadingZeros(path | 1);
        return length > bits ? path >>> length - bits : path;
    }

    private void clusters(int i) {
        for (int n = -2; n <= 2; n++) {
            add(30 + n, prefix(i + n, i, 20));
            add(36 + n, prefix(i + n, i, 6));
        }
        add(40, prefix(i, i, 4));
        add(41, prefix(i, i, 10));
        add(42, prefix(i - 1, i, 10), prefix(i, i, 10));
        add(43, prefix(i, i, 10), prefix(i + 1, i, 10));
        add(44, prefix(i - 1, i, 6), prefix(i + 1, i, 6));
        add(45, prefix(i, i, 10), facts.shape[i]);
        add(46, prefix(i - 1, i, 10), facts.shape[i]);
        add(47, prefix(i + 1, i, 10), facts.shape[i]);
    }

    private int listed(int token, int of) {
        return inSentence(token, of) ? facts.names[token] : -1;
    }

    private void names(int i) {
        int names = facts.names[i];
        add(50, names);
        add(51, listed(i - 1, i));
        add(52, listed(i + 1, i));
        add(53, names, facts.shape[i]);
        add(54, names, listed(i + 1, i));
        add(55, listed(i - 1, i), names);
        add(56, names, facts.document[i]);
        for (int bits = names & 0xFFFFFF; bits != 0; bits &= bits - 1) {
            add(57, Integer.numberOfTrailingZeros(bits));
        }
    }

    /** The capitalised words a word stands among: what they begin and end with, and what stands around them. */
    private void run(int i) {
        int from = facts.runStart[i];
        int to = facts.runEnd[i];
        if (from == to) {
            return;
        }
        int place = Math.min(i - from, 3) * 4 + Math.min(to - 1 - i, 3);
        long head = tokens.lower(to - 1);
        add(60, place);
        add(61, head, i == to - 1 ? 1 : 0);
        add(62, tokens.lower(from), i == from ? 1 : 0);
        add(63, word(from - 1, i), place);
        add(64, word(to, i), place);
        add(65, prefix(to - 1, i, 10), place);
        add(66, facts.names[from], facts.names[to - 1]);
        add(67, facts.names[to - 1], place);
        add(68, word(from - 1, i), head);
    }

    private void organisations(int i) {
        int position = facts.orgRule[i];
        int next = inSentence(i + 1, i) ? facts.orgRule[i + 1] : 0;
        if (position == 0 && next == 0) {
            return;
        }
        add(70, position, next);
        add(71, position, word(i, i));
        add(72, position * 8L + next, facts.names[i]);
        add(73, position * 8L + next, word(i + 1, i));
    }

    private void history(int i, int before, int beforeThat) {
        int t = FIRST_TEMPLATE_OF_HISTORY;
        add(t, before);
        add(t + 1, before, beforeThat);
        add(t + 2, before, word(i, i));
        add(t + 3, before, facts.shape[i]);
        add(t + 4, before, prefix(i, i, 10));
        add(t + 5, before, facts.names[i]);
        add(t + 6, before * 31L + beforeThat, facts.shape[i]);
        add(t + 7, before, word(i + 1, i));
        add(t + 8, before, word(i - 1, i));
        add(t + 9, before * 7919L + facts.shape[i], shape(i + 1, i));
        add(t + 10, before, prefix(i + 1, i, 6));
    }

    /** How many of the features do not depend on the labels before the token. */
    int fixed() {
        return fixed;
    }
}

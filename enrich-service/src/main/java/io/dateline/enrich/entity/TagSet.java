package io.dateline.enrich.entity;

/**
 * The tagger's labels: outside, or the first, an inner, the last or the only word of a person, organisation or place
 * (BILOU).
 */
public final class TagSet {
    public static final int OUTSIDE = 0;
    public static final int BEGIN = 1;
    public static final int INSIDE = 2;
    public static final int LAST = 3;
    public static final int UNIT = 4;
    public static final int PER = 0;
    public static final int ORG = 1;
    public static final int LOC = 2;
    public static final int SIZE = 13;
    /** Room per feature: a power of two makes the address a shift. */
    static final int STRIDE = 16;

    private static final boolean[][] FOLLOWS = new boolean[SIZE][SIZE];

    static {
        for (int before = 0; before < SIZE; before++) {
            for (int label = 0; label < SIZE; label++) {
                boolean open = position(before) == BEGIN || position(before) == INSIDE;
                boolean goesOn = position(label) == INSIDE || position(label) == LAST;
                FOLLOWS[before][label] = open ? goesOn && type(before) == type(label) : !goesOn;
            }
        }
    }

    private TagSet() {}

    public static int label(int type, int position) {
        return position == OUTSIDE ? OUTSIDE : 1 + type * 4 + position - 1;
    }

    public static int position(int label) {
        return label == OUTSIDE ? OUTSIDE : (label - 1) % 4 + 1;
    }

    public static int type(int label) {
        return (label - 1) / 4;
    }

    /** Whether no name goes on behind the label. */
    static boolean closed(int label) {
        return position(label) != BEGIN && position(label) != INSIDE;
    }

    /** Whether {@code label} may stand after {@code before}, and, at the end of a sentence, whether it may be last. */
    public static boolean allowed(int before, int label, boolean lastOfSentence) {
        boolean opens = position(label) == BEGIN || position(label) == INSIDE;
        return FOLLOWS[before][label] && !(lastOfSentence && opens);
    }
}

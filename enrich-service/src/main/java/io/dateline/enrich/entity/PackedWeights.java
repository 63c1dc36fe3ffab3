package io.dateline.enrich.entity;

/**
 * The weights of both passes laid out for speed: the two rows of a feature side by side, so that one look into memory
 * fetches both, each label's weight a byte raised by 128, eight of them in a long. Sums are kept in lanes of 16 bits,
 * four in a long, which no two hundred features can overflow. Immutable.
 */
final class PackedWeights {
    /** Longs of lanes one pass's sums take. */
    static final int LANES = 4;

    static final int FIRST = 0;
    static final int SECOND = 2;

    private static final int RAISED = 128;
    private static final long EVEN = 0x00FF00FF00FF00FFL;

    private final long[] rows;

    PackedWeights(TaggerModel model) {
        rows = new long[model.first().buckets() * 4];
        for (int row = 0; row < model.first().buckets(); row++) {
            for (int half = 0; half < 2; half++) {
                rows[row * 4 + half] = packed(model.first(), row, half);
                rows[row * 4 + 2 + half] = model.second() == null ? 0 : packed(model.second(), row, half);
            }
        }
    }

    private static long packed(WeightTable table, int row, int half) {
        long packed = 0;
        for (int i = 0; i < 8; i++) {
            packed |= (long) (table.weight(row, half * 8 + i) + RAISED) << i * 8;
        }
        return packed;
    }

    /**
     * Adds the first {@code count} features to the sums of a pass.
     *
     * @param pass {@link #FIRST} or {@link #SECOND}
     */
    void add(int[] addresses, int count, int pass, long[] sums) {
        long[] table = rows;
        long a = sums[0];
        long b = sums[1];
        long c = sums[2];
        long d = sums[3];
        for (int f = 0; f < count; f++) {
            int at = (addresses[f] << 2) + pass;
            long low = table[at];
            long high = table[at + 1];
            a += low & EVEN;
            b += low >>> 8 & EVEN;
            c += high & EVEN;
            d += high >>> 8 & EVEN;
        }
        sums[0] = a;
        sums[1] = b;
        sums[2] = c;
        sums[3] = d;
    }

    /** The sum of a label. @param count how many features were added */
    static int score(long[] sums, int label, int count) {
        long lanes = sums[label >>> 3 << 1 | label & 1];
        return (int) (lanes >>> (label >>> 1 & 3) * 16 & 0xFFFF) - RAISED * count;
    }
}

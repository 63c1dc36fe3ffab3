package io.dateline.enrich.text;

/** 64-bit hashes of text, the same on every machine and in every locale. Words are compared by them everywhere. */
public final class TextHash {
    /** The hash of an empty sequence of words. */
    public static final long EMPTY = 0xcbf29ce484222325L;

    private static final long PRIME = 0x100000001b3L;

    /** The soft hyphen. */
    private static final char FIRST_FORMAT = 0xAD;

    private TextHash() {}

    /** Of {@code text[start, end)} in lower case, curly apostrophes and dashes made straight, without what is {@link #isFormat}. */
    public static long lower(CharSequence text, int start, int end) {
        long hash = EMPTY;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (!isFormat(c)) {
                hash = (hash ^ lower(c)) * PRIME;
            }
        }
        return mix(hash);
    }

    /** Soft hyphens, zero-width spaces and joiners, marks of direction: they stand in words and are no part of them. */
    public static boolean isFormat(char c) {
        return c >= FIRST_FORMAT && Character.getType(c) == Character.FORMAT;
    }

    /** Of the characters as they stand. */
    public static long exact(CharSequence text, int start, int end) {
        long hash = EMPTY;
        for (int i = start; i < end; i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return mix(hash);
    }

    /** Of a word in lower case. */
    public static long word(String word) {
        return lower(word, 0, word.length());
    }

    /** Of a sequence of words one longer than the one {@code sequence} stands for. */
    public static long append(long sequence, long word) {
        return mix(sequence * 0x9E3779B97F4A7C15L + word);
    }

    /** Spreads every bit over all others (the finaliser of MurmurHash3, public domain). */
    public static long mix(long value) {
        long h = value;
        h ^= h >>> 33;
        h *= 0xff51afd7ed558ccdL;
        h ^= h >>> 33;
        h *= 0xc4ceb9fe1a85ec53L;
        h ^= h >>> 33;
        return h;
    }

    static char lower(char c) {
        if (c < 128) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        return switch (c) {
            case '\u2019', '\u2018', '\u02BC' -> '\'';
            case '\u2010', '\u2011' -> '-';
            // Turkic capital dotted I has no single lower-case letter that other spellings share.
            case '\u0130' -> 'i';
            default -> Character.toLowerCase(c);
        };
    }
}

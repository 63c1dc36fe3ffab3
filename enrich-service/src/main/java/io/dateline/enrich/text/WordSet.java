package io.dateline.enrich.text;

import java.util.Arrays;

/** A fixed set of words by their hashes, asked without boxing: each word of each text is looked up in dozens of them. */
public final class WordSet {
    private final long[] slots;
    private final boolean empty;

    private WordSet(long[] words) {
        // A quarter full, so that what is not in it, which is nearly all, is known at the first look.
        slots = new long[Integer.highestOneBit(Math.max(2, words.length)) * 8];
        boolean zero = false;
        for (long word : words) {
            zero |= word == 0;
            if (word != 0) {
                slots[slot(word)] = word;
            }
        }
        empty = zero;
    }

    /** @param words with one blank between them, in lower case */
    public static WordSet of(String words) {
        return new WordSet(
                Arrays.stream(words.split(" ")).mapToLong(TextHash::word).toArray());
    }

    /** Of hashes. */
    public static WordSet of(long... words) {
        return new WordSet(words);
    }

    public boolean contains(long word) {
        return word == 0 ? empty : slots[slot(word)] == word;
    }

    /** Where the word is, or the free place where it would be. */
    private int slot(long word) {
        int mask = slots.length - 1;
        int slot = (int) word & mask;
        while (slots[slot] != 0 && slots[slot] != word) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}

package io.dateline.store.story;

import java.util.Arrays;

/**
 * Which members of a day have a term: an open-addressing table of chains in plain arrays, a few bytes for each entry.
 * Not thread-safe.
 */
final class Postings {
    /** Ints of a place in the table: what is asked together lies together, since a look at memory is most of its price. */
    private static final int KEY = 0;

    /** Number of the newest entry of the key, counted from 1; 0 where there is none. */
    private static final int HEAD = 1;

    private static final int COUNT = 2;
    private static final int PLACE = 4;

    private int[] table = new int[64 * PLACE];
    private int used;
    /** For each entry the number of the one before it of the same key, and its owner. */
    private int[] chains = new int[128];

    private int entries;

    void add(int key, int owner) {
        int place = place(table, key);
        if (table[place + HEAD] == 0) {
            if (++used * 2 > table.length / PLACE) {
                grow();
                place = place(table, key);
            }
            table[place + KEY] = key;
        }
        if (++entries * 2 == chains.length) {
            chains = Arrays.copyOf(chains, chains.length * 2);
        }
        chains[entries * 2] = table[place + HEAD];
        chains[entries * 2 + 1] = owner;
        table[place + HEAD] = entries;
        table[place + COUNT]++;
    }

    /** One owner of the key is gone; its entry stays and must be passed over. */
    void forget(int key) {
        table[place(table, key) + COUNT]--;
    }

    /** How many have the term. */
    int count(int key) {
        return table[place(table, key) + COUNT];
    }

    /** The first entry of a key, 0 where there is none. */
    int first(int key) {
        return table[place(table, key) + HEAD];
    }

    int next(int entry) {
        return chains[entry * 2];
    }

    int owner(int entry) {
        return chains[entry * 2 + 1];
    }

    /** Where the key is, or the empty place where it would be. */
    private static int place(int[] table, int key) {
        int last = table.length - PLACE;
        int place = (key * 0x9E3779B9 >>> 5) & last;
        while (table[place + HEAD] != 0 && table[place + KEY] != key) {
            place = (place + PLACE) & last;
        }
        return place;
    }

    private void grow() {
        int[] old = table;
        table = new int[old.length * 2];
        for (int from = 0; from < old.length; from += PLACE) {
            if (old[from + HEAD] != 0) {
                System.arraycopy(old, from, table, place(table, old[from + KEY]), PLACE);
            }
        }
    }
}

package io.dateline.store.story;

import java.util.Arrays;

/**
 * Which members of a day have a term: an open-addressing table of chains in plain arrays, a few bytes for each entry.
 * Not thread-safe.
 */
final class Postings {
    private int[] keys = new int[64];
    /** Number of the newest entry of the key at the same place, counted from 1; 0 where there is none. */
    private int[] heads = new int[64];

    private int[] counts = new int[64];
    private int used;
    private int[] next = new int[64];
    private int[] owners = new int[64];
    private int entries;

    void add(int key, int owner) {
        int place = place(keys, heads, key);
        if (heads[place] == 0) {
            if (++used * 2 > keys.length) {
                grow();
                place = place(keys, heads, key);
            }
            keys[place] = key;
        }
        if (++entries == next.length) {
            next = Arrays.copyOf(next, entries * 2);
            owners = Arrays.copyOf(owners, entries * 2);
        }
        next[entries] = heads[place];
        owners[entries] = owner;
        heads[place] = entries;
        counts[place]++;
    }

    /** One owner of the key is gone; its entry stays and must be passed over. */
    void forget(int key) {
        counts[place(keys, heads, key)]--;
    }

    /** How many have the term. */
    int count(int key) {
        int place = place(keys, heads, key);
        return heads[place] == 0 ? 0 : counts[place];
    }

    /** The first entry of a key, 0 where there is none. */
    int first(int key) {
        return heads[place(keys, heads, key)];
    }

    int next(int entry) {
        return next[entry];
    }

    int owner(int entry) {
        return owners[entry];
    }

    private static int place(int[] keys, int[] heads, int key) {
        int mask = keys.length - 1;
        int place = (key * 0x9E3779B9) >>> 7 & mask;
        while (heads[place] != 0 && keys[place] != key) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void grow() {
        int[] newKeys = new int[keys.length * 2];
        int[] newHeads = new int[newKeys.length];
        int[] newCounts = new int[newKeys.length];
        for (int i = 0; i < keys.length; i++) {
            if (heads[i] != 0) {
                int place = place(newKeys, newHeads, keys[i]);
                newKeys[place] = keys[i];
                newHeads[place] = heads[i];
                newCounts[place] = counts[i];
            }
        }
        keys = newKeys;
        heads = newHeads;
        counts = newCounts;
    }
}

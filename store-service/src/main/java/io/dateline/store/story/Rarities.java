package io.dateline.store.story;

/**
 * How rare the terms are that one article and those beside it have, each asked of the days around only once: the same few
 * hundred terms come again in every comparison. Not thread-safe.
 */
final class Rarities {
    private final Source source;
    private int[] keys = new int[256];
    /** 0 where there is no key. */
    private double[] rarities = new double[256];

    private int used;

    Rarities(Source source) {
        this.source = source;
    }

    /** Where a rarity comes from; greater than 0. */
    interface Source {
        double rarity(int key);
    }

    double of(int key) {
        int place = place(key);
        if (rarities[place] == 0) {
            if (++used * 2 > keys.length) {
                grow();
                place = place(key);
            }
            keys[place] = key;
            rarities[place] = source.rarity(key);
        }
        return rarities[place];
    }

    private int place(int key) {
        int mask = keys.length - 1;
        int place = (key * 0x9E3779B9) >>> 7 & mask;
        while (rarities[place] != 0 && keys[place] != key) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void grow() {
        int[] oldKeys = keys;
        double[] oldRarities = rarities;
        keys = new int[oldKeys.length * 2];
        rarities = new double[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldRarities[i] != 0) {
                int place = place(oldKeys[i]);
                keys[place] = oldKeys[i];
                rarities[place] = oldRarities[i];
            }
        }
    }
}

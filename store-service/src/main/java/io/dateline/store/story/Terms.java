package io.dateline.store.story;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;

/**
 * A sparse vector of weighted terms.
 *
 * @param keys    32-bit hashes of the terms, ascending; never null
 * @param weights of the key at the same place, 1 to 127; never null
 */
record Terms(int[] keys, byte[] weights) {
    private static final int BYTES = Integer.BYTES + 1;

    static Terms of(Map<Integer, Integer> weightByKey) {
        int[] keys = new int[weightByKey.size()];
        byte[] weights = new byte[keys.length];
        int i = 0;
        for (var entry : new TreeMap<>(weightByKey).entrySet()) {
            keys[i] = entry.getKey();
            weights[i++] = (byte) Math.min(Byte.MAX_VALUE, entry.getValue());
        }
        return new Terms(keys, weights);
    }

    static Terms decode(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int[] keys = new int[bytes.length / BYTES];
        byte[] weights = new byte[keys.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = buffer.getInt();
            weights[i] = buffer.get();
        }
        return new Terms(keys, weights);
    }

    byte[] encode() {
        ByteBuffer buffer = ByteBuffer.allocate(keys.length * BYTES);
        for (int i = 0; i < keys.length; i++) {
            buffer.putInt(keys[i]).put(weights[i]);
        }
        return buffer.array();
    }

    int size() {
        return keys.length;
    }

    /** FNV-1a (Fowler, Noll, Vo) over the UTF-16 code units. */
    static int hash(CharSequence term) {
        int hash = 0x811C9DC5;
        for (int i = 0; i < term.length(); i++) {
            hash = (hash ^ term.charAt(i)) * 0x01000193;
        }
        return hash;
    }
}

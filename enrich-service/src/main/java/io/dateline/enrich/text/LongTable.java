package io.dateline.enrich.text;

/** Values by 64-bit hash, without boxing. Filled once, then only read. */
public final class LongTable<V> {
    private static final int FIRST = 1 << 8;

    private long[] keys = new long[FIRST];
    private Object[] values = new Object[FIRST];
    private int size;

    /** Null where there is none. */
    @SuppressWarnings("unchecked")
    public V get(long key) {
        int mask = keys.length - 1;
        for (int slot = (int) key & mask; values[slot] != null; slot = slot + 1 & mask) {
            if (keys[slot] == key) {
                return (V) values[slot];
            }
        }
        return null;
    }

    /** @param otherwise what there is where there is none */
    public V get(long key, V otherwise) {
        V value = get(key);
        return value == null ? otherwise : value;
    }

    /** @param value never null */
    public void put(long key, V value) {
        if (size * 2 >= keys.length) {
            grow();
        }
        int mask = keys.length - 1;
        int slot = (int) key & mask;
        while (values[slot] != null && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        size += values[slot] == null ? 1 : 0;
        keys[slot] = key;
        values[slot] = value;
    }

    @SuppressWarnings("unchecked")
    private void grow() {
        long[] oldKeys = keys;
        Object[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new Object[oldKeys.length * 2];
        size = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != null) {
                put(oldKeys[i], (V) oldValues[i]);
            }
        }
    }
}

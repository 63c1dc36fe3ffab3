package io.dateline.enrich.text;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A big word list in little memory: the upper 32 bits of each word's hash and a small value. A word that is not in the
 * list is taken for one that is about once in 10,000 times, which a statistical model bears. Immutable.
 */
public final class HashLexicon {
    /** A key and the number of its value above 0, side by side: both come with one look into memory. */
    private final int[] slots;

    private final int[] table;
    private final int mask;

    private HashLexicon(int capacity, int[] table) {
        this.slots = new int[capacity * 2];
        this.mask = capacity - 1;
        this.table = table;
    }

    /** The value of a word or sequence of words; 0 where it is not in the list. */
    public int get(long hash) {
        int key = key(hash);
        for (int slot = key * 0x9E3779B9 >>> 7 & mask; ; slot = slot + 1 & mask) {
            int value = slots[slot * 2 + 1];
            if (value == 0) {
                return 0;
            }
            if (slots[slot * 2] == key) {
                return table[value - 1];
            }
        }
    }

    private void put(int key, int value) {
        int slot = key * 0x9E3779B9 >>> 7 & mask;
        while (slots[slot * 2 + 1] != 0) {
            slot = slot + 1 & mask;
        }
        slots[slot * 2] = key;
        slots[slot * 2 + 1] = value;
    }

    /** The key under which {@link #write} wants a word. */
    public static int key(long hash) {
        return (int) (hash >>> 32);
    }

    /** Writes entries as a list that {@link #read} reads; the same bytes for the same entries. Values are above 0. */
    public static void write(DataOutputStream out, Map<Integer, Integer> entries) throws IOException {
        int[] table = new TreeSet<>(entries.values()).stream().mapToInt(i -> i).toArray();
        SortedMap<Integer, Integer> index = new TreeMap<>();
        out.writeInt(table.length);
        for (int i = 0; i < table.length; i++) {
            out.writeInt(table[i]);
            index.put(table[i], i);
        }
        SortedMap<Long, Integer> sorted = new TreeMap<>();
        entries.forEach((key, value) -> sorted.put(key & 0xFFFFFFFFL, value));
        out.writeInt(sorted.size());
        long last = 0;
        for (Map.Entry<Long, Integer> entry : sorted.entrySet()) {
            varint(out, entry.getKey() - last);
            last = entry.getKey();
        }
        for (int value : sorted.values()) {
            varint(out, index.get(value));
        }
    }

    /** @throws IOException where the stream ends early or holds no list */
    public static HashLexicon read(DataInputStream in) throws IOException {
        int[] table = new int[bounded(in.readInt(), Short.MAX_VALUE)];
        for (int i = 0; i < table.length; i++) {
            table[i] = in.readInt();
        }
        int count = bounded(in.readInt(), 1 << 24);
        HashLexicon lexicon = new HashLexicon(Integer.highestOneBit(Math.max(8, count)) << 1, table);
        int[] keys = new int[count];
        long last = 0;
        for (int i = 0; i < count; i++) {
            last += varint(in);
            keys[i] = (int) last;
        }
        for (int key : keys) {
            lexicon.put(key, bounded((int) varint(in), table.length - 1) + 1);
        }
        return lexicon;
    }

    private static int bounded(int value, int most) throws IOException {
        if (value < 0 || value > most) {
            throw new IOException("not a word list, or a damaged one");
        }
        return value;
    }

    private static void varint(DataOutputStream out, long value) throws IOException {
        long rest = value;
        while (rest >= 0x80) {
            out.writeByte((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    private static long varint(DataInputStream in) throws IOException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int read = in.readUnsignedByte();
            value |= (long) (read & 0x7F) << shift;
            if (read < 0x80) {
                return value;
            }
        }
        throw new IOException("not a word list, or a damaged one");
    }
}

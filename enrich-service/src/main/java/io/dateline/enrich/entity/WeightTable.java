package io.dateline.enrich.entity;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** A row of one byte per label for each hashed feature. On file only the rows that are not zero. */
public final class WeightTable {

    private final int buckets;
    private final byte[] weights;

    WeightTable(int buckets, byte[] weights) {
        this.buckets = buckets;
        this.weights = weights;
    }

    /**
     * Rounds trained weights to bytes.
     *
     * @param trained {@code buckets * 16} values
     */
    public static WeightTable of(int buckets, float[] trained) {
        float most = 0;
        for (float weight : trained) {
            most = Math.max(most, Math.abs(weight));
        }
        // A few very large weights would leave no steps for the rest; they saturate instead.
        float step = most / 127f * 0.35f;
        byte[] weights = new byte[trained.length];
        for (int i = 0; i < trained.length; i++) {
            weights[i] = (byte) Math.max(-127, Math.min(127, Math.round(trained[i] / step)));
        }
        return new WeightTable(buckets, weights);
    }

    int buckets() {
        return buckets;
    }

    int weight(int row, int label) {
        return weights[row * TagSet.STRIDE + label];
    }

    /** @throws IOException where the stream ends early or holds no table */
    static WeightTable read(DataInputStream in) throws IOException {
        int bits = in.readInt();
        int rows = in.readInt();
        if (bits < 10 || bits > 24 || rows < 1 || rows > 1 << bits) {
            throw new IOException("its header is damaged");
        }
        byte[] weights = new byte[TagSet.STRIDE << bits];
        int row = 0;
        for (int i = 0; i < rows; i++) {
            row += in.readInt();
            int present = in.readUnsignedShort();
            if (row < 0 || row >= 1 << bits) {
                throw new IOException("a row lies outside the table");
            }
            for (int label = 0; label < TagSet.STRIDE; label++) {
                if ((present >>> label & 1) != 0) {
                    weights[row * TagSet.STRIDE + label] = in.readByte();
                }
            }
        }
        return new WeightTable(1 << bits, weights);
    }

    /** Writes what {@link #read} reads; returns the number of rows. */
    int write(DataOutputStream out) throws IOException {
        int rows = 0;
        for (int row = 0; row < buckets; row++) {
            rows += present(row) != 0 ? 1 : 0;
        }
        out.writeInt(31 - Integer.numberOfLeadingZeros(buckets));
        out.writeInt(rows);
        int last = 0;
        for (int row = 0; row < buckets; row++) {
            int present = present(row);
            if (present == 0) {
                continue;
            }
            out.writeInt(row - last);
            out.writeShort(present);
            for (int label = 0; label < TagSet.STRIDE; label++) {
                if ((present >>> label & 1) != 0) {
                    out.writeByte(weights[row * TagSet.STRIDE + label]);
                }
            }
            last = row;
        }
        return rows;
    }

    private int present(int row) {
        int present = 0;
        for (int label = 0; label < TagSet.STRIDE; label++) {
            present |= weights[row * TagSet.STRIDE + label] != 0 ? 1 << label : 0;
        }
        return present;
    }
}

package io.dateline.enrich.entity;

import io.dateline.enrich.text.ModelFiles;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Weights of the tagger: a row of one byte per label for each hashed feature. On file only the rows that are not zero.
 */
public final class TaggerModel {
    public static final String FILE = "ner/tagger.bin.gz";

    private static final int MAGIC = 0x444C4E52;

    private final int buckets;
    private final byte[] weights;

    TaggerModel(int buckets, byte[] weights) {
        this.buckets = buckets;
        this.weights = weights;
    }

    /**
     * Rounds trained weights to bytes.
     *
     * @param trained {@code buckets * 16} values
     */
    public static TaggerModel of(int buckets, float[] trained) {
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
        return new TaggerModel(buckets, weights);
    }

    int buckets() {
        return buckets;
    }

    /** Adds the weights of the features to the scores of the labels. */
    void score(int[] addresses, int count, int[] scores) {
        java.util.Arrays.fill(scores, 0);
        byte[] table = weights;
        for (int f = 0; f < count; f++) {
            int row = addresses[f] << 4;
            for (int label = 0; label < TagSet.SIZE; label++) {
                scores[label] += table[row + label];
            }
        }
    }

    /** @throws ModelFiles.Unusable where the file is missing or damaged */
    public static TaggerModel load(ModelFiles files) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(files.bytes(FILE)))) {
            if (in.readInt() != MAGIC) {
                throw new ModelFiles.Unusable(FILE, "it is not a tagger model");
            }
            int bits = in.readInt();
            int rows = in.readInt();
            if (bits < 10 || bits > 24 || rows < 1 || rows > 1 << bits) {
                throw new ModelFiles.Unusable(FILE, "its header is damaged");
            }
            byte[] weights = new byte[TagSet.STRIDE << bits];
            int row = 0;
            for (int i = 0; i < rows; i++) {
                row += in.readInt();
                int present = in.readUnsignedShort();
                if (row < 0 || row >= 1 << bits) {
                    throw new ModelFiles.Unusable(FILE, "a row lies outside the table");
                }
                for (int label = 0; label < TagSet.STRIDE; label++) {
                    if ((present >>> label & 1) != 0) {
                        weights[row * TagSet.STRIDE + label] = in.readByte();
                    }
                }
            }
            if (in.read() >= 0) {
                throw new ModelFiles.Unusable(FILE, "it is longer than its header says");
            }
            return new TaggerModel(1 << bits, weights);
        } catch (IOException e) {
            throw new ModelFiles.Unusable(FILE, e.toString());
        }
    }

    /** Writes what {@link #load} reads; returns the number of rows. */
    public int write(DataOutputStream out) throws IOException {
        int rows = 0;
        for (int row = 0; row < buckets; row++) {
            rows += present(row) != 0 ? 1 : 0;
        }
        out.writeInt(MAGIC);
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

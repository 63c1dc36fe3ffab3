package io.dateline.enrich.entity;

import io.dateline.enrich.text.ModelFiles;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Weights of the tagger's two passes over a text.
 *
 * @param first  of the pass that sees the words only
 * @param second of the pass that also sees how the first labelled the whole text; as large as the first. Null: there
 *     is no second pass (in training only)
 */
public record TaggerModel(WeightTable first, WeightTable second) {
    public static final String FILE = "ner/tagger.bin.gz";

    private static final int MAGIC = 0x444C4E32;

    /** @throws ModelFiles.Unusable where the file is missing or damaged */
    public static TaggerModel load(ModelFiles files) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(files.bytes(FILE)))) {
            if (in.readInt() != MAGIC) {
                throw new ModelFiles.Unusable(FILE, "it is not a tagger model");
            }
            TaggerModel model = new TaggerModel(WeightTable.read(in), WeightTable.read(in));
            if (in.read() >= 0) {
                throw new ModelFiles.Unusable(FILE, "it is longer than its header says");
            }
            if (model.first.buckets() != model.second.buckets()) {
                throw new ModelFiles.Unusable(FILE, "its tables differ in size");
            }
            return model;
        } catch (IOException e) {
            throw new ModelFiles.Unusable(FILE, e.toString());
        }
    }

    /** Writes what {@link #load} reads; returns the number of rows. */
    public int write(DataOutputStream out) throws IOException {
        out.writeInt(MAGIC);
        return first.write(out) + second.write(out);
    }
}

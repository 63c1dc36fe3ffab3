package io.dateline.enrich.entity;

import io.dateline.enrich.text.HashLexicon;
import io.dateline.enrich.text.ModelFiles;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;

/**
 * What is known about words before any text is read.
 *
 * @param clusters Brown cluster of a word: its path in the tree, a leading 1 before the first bit; 0 where unknown
 * @param names    kinds of names a sequence of words is listed as: bits for place, organisation, person, work, other
 */
public record Lexica(HashLexicon clusters, HashLexicon names) {
    public static final String FILE = "lexica/lexica.bin.gz";

    /** @throws ModelFiles.Unusable where the file is missing or damaged */
    public static Lexica load(ModelFiles files) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(files.bytes(FILE)))) {
            return new Lexica(HashLexicon.read(in), HashLexicon.read(in));
        } catch (IOException e) {
            throw new ModelFiles.Unusable(FILE, e.toString());
        }
    }
}

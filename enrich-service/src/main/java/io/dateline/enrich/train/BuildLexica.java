package io.dateline.enrich.train;

import io.dateline.enrich.text.HashLexicon;
import io.dateline.enrich.text.TextHash;
import io.dateline.enrich.text.Tokenizer;
import io.dateline.enrich.text.Tokens;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/**
 * Makes {@code models/lexica/lexica.bin.gz} from two files of {@code edu.emory.mathcs.nlp:nlp4j-english:1.1.2}
 * (Apache-2.0), unpacked with {@code xz -d}: Brown clusters of words and gazetteers of names. Run it with
 * {@code nlp4j-common} on the class path, whose classes the gazetteer file is serialised from.
 * Arguments: clusters file, names file, output file.
 */
public final class BuildLexica {
    private BuildLexica() {}

    public static void main(String[] args) throws Exception {
        Map<Integer, Integer> clusters = clusters(Path.of(args[0]));
        Map<Integer, Integer> names = new TreeMap<>();
        Object tree = read(Path.of(args[1]));
        names((Map<?, ?>) tree.getClass().getMethod("getRoot").invoke(tree), "", names);
        Path out = Path.of(args[2]);
        try (DataOutputStream data = new DataOutputStream(
                new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(out)), 1 << 16))) {
            HashLexicon.write(data, clusters);
            HashLexicon.write(data, names);
        }
        PrintStream console = System.out;
        console.println(
                clusters.size() + " clustered words, " + names.size() + " names, " + Files.size(out) + " bytes");
    }

    private static Map<Integer, Integer> clusters(Path file) throws Exception {
        Map<Integer, Integer> found = new TreeMap<>();
        for (Map.Entry<?, ?> entry : ((Map<?, ?>) read(file)).entrySet()) {
            // The set holds the path's prefixes; the longest is the path.
            String path = "";
            for (Object prefix : (Set<?>) entry.getValue()) {
                path = prefix.toString().length() > path.length() ? prefix.toString() : path;
            }
            String word = entry.getKey().toString();
            found.put(HashLexicon.key(TextHash.word(word)), Integer.parseInt("1" + path, 2));
        }
        return found;
    }

    private static void names(Map<?, ?> node, String name, Map<Integer, Integer> found) throws Exception {
        Object types = node.getClass().getMethod("getValue").invoke(node);
        if (types != null) {
            Tokens tokens = Tokenizer.tokenize(name.trim());
            long hash = TextHash.EMPTY;
            for (int i = 0; i < tokens.size(); i++) {
                hash = TextHash.append(hash, tokens.lower(i));
            }
            int bits = 0;
            for (Object type : (Set<?>) types) {
                bits |= switch (type.toString()) {
                    case "11", "12" -> 1;
                    case "13" -> 2;
                    case "14" -> 4;
                    case "10", "15" -> 8;
                    default -> 16;
                };
            }
            found.merge(HashLexicon.key(hash), bits, (a, b) -> a | b);
        }
        for (Map.Entry<?, ?> child : node.entrySet()) {
            names((Map<?, ?>) child.getValue(), name + " " + child.getKey(), found);
        }
    }

    private static Object read(Path file) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in =
                new ObjectInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 20))) {
            return in.readObject();
        }
    }
}

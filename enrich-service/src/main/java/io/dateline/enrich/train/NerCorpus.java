package io.dateline.enrich.train;

import io.dateline.enrich.entity.TagSet;
import io.dateline.enrich.text.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Hand-labelled corpora as texts with one label per token.
 *
 * @param texts in file order
 */
record NerCorpus(String name, List<Text> texts) {
    /** A text as annotated, with the labels of {@link TagSet}. */
    record Text(List<List<String>> sentences, Tokens tokens, byte[] labels) {}

    private static final int NONE = -1;
    private static final Map<String, Integer> TYPES = Map.ofEntries(
            Map.entry("PER", TagSet.PER),
            Map.entry("ORG", TagSet.ORG),
            Map.entry("LOC", TagSet.LOC),
            Map.entry("person", TagSet.PER),
            Map.entry("politician", TagSet.PER),
            Map.entry("writer", TagSet.PER),
            Map.entry("musicalartist", TagSet.PER),
            Map.entry("scientist", TagSet.PER),
            Map.entry("researcher", TagSet.PER),
            Map.entry("organisation", TagSet.ORG),
            Map.entry("politicalparty", TagSet.ORG),
            Map.entry("band", TagSet.ORG),
            Map.entry("university", TagSet.ORG),
            Map.entry("corporation", TagSet.ORG),
            Map.entry("group", TagSet.ORG),
            Map.entry("magazine", TagSet.ORG),
            Map.entry("location", TagSet.LOC),
            Map.entry("country", TagSet.LOC));

    /**
     * @param wordColumn  0 or 1
     * @param newDocument what a line starts with where another text begins, or null: each sentence is a text
     * @param together    without {@code newDocument}: how many sentences in a row are read as one text
     */
    static NerCorpus read(String name, Path file, int wordColumn, String newDocument, int together) throws IOException {
        List<Text> texts = new ArrayList<>();
        List<List<String>> sentences = new ArrayList<>();
        List<String> tags = new ArrayList<>();
        List<String> sentence = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            boolean comment = wordColumn == 1 && line.startsWith("#");
            if (line.isBlank() || comment) {
                if (!sentence.isEmpty()) {
                    sentences.add(sentence);
                    sentence = new ArrayList<>();
                }
                boolean another = newDocument == null ? sentences.size() >= together : line.startsWith(newDocument);
                if (another && !sentences.isEmpty()) {
                    texts.add(text(sentences, tags));
                    sentences = new ArrayList<>();
                    tags = new ArrayList<>();
                }
                continue;
            }
            String[] cells = line.split("[\t ]+");
            if (cells.length > wordColumn + 1 && !cells[wordColumn].startsWith("-DOCSTART")) {
                sentence.add(cells[wordColumn]);
                tags.add(cells[wordColumn + 1]);
            }
        }
        if (!sentence.isEmpty()) {
            sentences.add(sentence);
        }
        if (!sentences.isEmpty()) {
            texts.add(text(sentences, tags));
        }
        return new NerCorpus(name, texts);
    }

    /** @param tags one for each word of all sentences, as {@code B-PER}, {@code I-PER}, {@code O} */
    static Text text(List<List<String>> sentences, List<String> tags) {
        Tokens tokens = Tokens.of(sentences);
        int[] type = new int[tokens.size()];
        boolean[] starts = new boolean[tokens.size()];
        for (int i = 0; i < type.length; i++) {
            String tag = tags.get(i);
            type[i] = tag.equals("O") ? NONE : TYPES.getOrDefault(tag.substring(2), NONE);
            starts[i] = type[i] != NONE && (tag.startsWith("B-") || tokens.startsSentence(i) || type[i - 1] != type[i]);
        }
        byte[] labels = new byte[type.length];
        for (int i = 0; i < type.length; i++) {
            boolean goesOn = i + 1 < type.length && type[i + 1] == type[i] && !starts[i + 1];
            if (type[i] != NONE) {
                int position = starts[i] ? goesOn ? TagSet.BEGIN : TagSet.UNIT : goesOn ? TagSet.INSIDE : TagSet.LAST;
                labels[i] = (byte) TagSet.label(type[i], position);
            }
        }
        return new Text(sentences, tokens, labels);
    }

    /** The same text in capitals, as headlines and old wires have it. */
    static Text shouted(Text text) {
        List<List<String>> loud = text.sentences().stream()
                .map(sentence -> sentence.stream()
                        .map(word -> word.toUpperCase(java.util.Locale.ROOT))
                        .toList())
                .toList();
        return new Text(loud, Tokens.of(loud), text.labels());
    }
}

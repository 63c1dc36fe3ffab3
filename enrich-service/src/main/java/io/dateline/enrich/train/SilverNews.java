package io.dateline.enrich.train;

import io.dateline.enrich.gazetteer.Gazetteer;
import io.dateline.enrich.text.TextHash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipInputStream;

/**
 * Newswire of the Groningen Meaning Bank (Voice of America, free of copyright) with its machine-made labels, mended
 * where they follow other rules than ours: titles are no part of a person's name, nationalities are no places, and
 * times, events and works are not labelled.
 */
final class SilverNews {
    private static final int SENTENCES_A_TEXT = 10;
    private static final Set<String> TITLES = Set.of(
            "president prime minister mr. mrs. ms. dr. secretary general gen. senator sen. chancellor king queen prince pope"
                    .split(" "));

    private SilverNews() {}

    /** Sentences stand in the order of their documents, which have no borders: ten in a row count as a text. */
    static List<NerCorpus.Text> read(Path zip, Gazetteer gazetteer) throws IOException {
        List<NerCorpus.Text> texts = new ArrayList<>();
        List<List<String>> sentences = new ArrayList<>();
        List<String> tags = new ArrayList<>();
        List<String> words = new ArrayList<>();
        List<String> own = new ArrayList<>();
        List<List<String>> rows = Csv.rows(text(zip));
        for (List<String> row : rows.subList(1, rows.size())) {
            if (!row.get(0).isEmpty() && !words.isEmpty()) {
                sentences.add(words);
                tags.addAll(mended(words, own, gazetteer));
                words = new ArrayList<>();
                own = new ArrayList<>();
                if (sentences.size() == SENTENCES_A_TEXT) {
                    texts.add(NerCorpus.text(sentences, tags));
                    sentences = new ArrayList<>();
                    tags = new ArrayList<>();
                }
            }
            if (row.size() == 4 && !row.get(1).isBlank()) {
                words.add(row.get(1).strip());
                own.add(row.get(3));
            }
        }
        return texts;
    }

    private static String text(Path zip) throws IOException {
        try (InputStream file = Files.newInputStream(zip);
                ZipInputStream in = new ZipInputStream(file)) {
            in.getNextEntry();
            return new String(in.readAllBytes(), Charset.forName("windows-1252"));
        }
    }

    private static List<String> mended(List<String> words, List<String> tags, Gazetteer gazetteer) {
        List<String> mended = new ArrayList<>();
        for (int i = 0; i < words.size(); ) {
            int end = i + 1;
            while (!tags.get(i).equals("O")
                    && end < words.size()
                    && tags.get(end).equals("I-" + tags.get(i).substring(2))) {
                end++;
            }
            int from = i;
            String type = tags.get(i).equals("O") ? "" : tags.get(i).substring(2);
            while (type.equals("per")
                    && from < end
                    && TITLES.contains(words.get(from).toLowerCase(java.util.Locale.ROOT))) {
                from++;
            }
            String as = switch (type) {
                case "per" -> "PER";
                case "org" -> "ORG";
                case "geo" -> isPeople(words.subList(i, end), gazetteer) ? "" : "LOC";
                case "gpe" -> isPeople(words.subList(i, end), gazetteer) ? "" : "LOC";
                default -> "";
            };
            for (int k = i; k < end; k++) {
                mended.add(as.isEmpty() || k < from ? "O" : (k == from ? "B-" : "I-") + as);
            }
            i = end;
        }
        return mended;
    }

    private static boolean isPeople(List<String> words, Gazetteer gazetteer) {
        long hash = TextHash.EMPTY;
        for (String word : words) {
            hash = TextHash.append(hash, TextHash.word(word));
        }
        return gazetteer.demonym(hash) != null || gazetteer.isGroup(hash);
    }
}

package io.dateline.enrich.language;

import io.dateline.enrich.pipeline.Field;
import io.dateline.enrich.text.ModelFiles;
import io.dateline.enrich.text.TextHash;
import io.dateline.enrich.text.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The commonest words of each language. Letters alone tell a text's language among those we know, but say so of any
 * text: running text of a language is full of its function words, text of another is not. Immutable once read.
 */
final class FunctionWords {
    static final String FILE = "language/function-words.tsv";

    private final List<String> languages;
    private final Map<Long, List<Integer>> words;

    private FunctionWords(List<String> languages, Map<Long, List<Integer>> words) {
        this.languages = languages;
        this.words = words;
    }

    /** @throws ModelFiles.Unusable where the file is missing or damaged */
    static FunctionWords load(ModelFiles files) {
        List<String> languages = new ArrayList<>();
        Map<Long, List<Integer>> words = new HashMap<>();
        for (String line : files.lines(FILE)) {
            String[] cells = line.split("\t", -1);
            if (cells.length != 2) {
                throw new ModelFiles.Unusable(FILE, "a line is not of the form language, words");
            }
            if (!languages.contains(cells[0])) {
                languages.add(cells[0]);
            }
            int language = languages.indexOf(cells[0]);
            for (String word : cells[1].split("\\|")) {
                List<Integer> known = words.computeIfAbsent(TextHash.word(word), key -> new ArrayList<>(2));
                if (!known.contains(language)) {
                    known.add(language);
                }
            }
        }
        return new FunctionWords(List.copyOf(languages), words);
    }

    /** Counts each language's words in the fields, up to an offset. */
    Counts count(int upTo, Field... fields) {
        List<Set<Long>> found = new ArrayList<>();
        languages.forEach(language -> found.add(new HashSet<>()));
        int[] times = new int[languages.size()];
        int all = 0;
        for (Field field : fields) {
            Tokens tokens = field.tokens();
            for (int token = 0; token < tokens.size() && tokens.end(token) <= upTo; token++) {
                if (tokens.isWord(token)) {
                    all++;
                    for (int language : words.getOrDefault(tokens.lower(token), List.of())) {
                        times[language]++;
                        found.get(language).add(tokens.lower(token));
                    }
                }
            }
        }
        Map<String, Integer> counts = new HashMap<>();
        Map<String, Set<Long>> different = new HashMap<>();
        for (int language = 0; language < times.length; language++) {
            counts.put(languages.get(language), times[language]);
            different.put(languages.get(language), found.get(language));
        }
        return new Counts(all, counts, different);
    }

    /**
     * @param words     how many words there are
     * @param times     how many of them are function words of a language; those not ours start with {@code -}
     * @param different the same, each word once
     */
    record Counts(int words, Map<String, Integer> times, Map<String, Set<Long>> different) {
        boolean knows(String language) {
            return times.containsKey(language);
        }

        double share(String language) {
            return times.getOrDefault(language, 0) / (double) Math.max(1, words);
        }

        /** How many different words speak for one language and not for another. */
        int only(String language, String not) {
            Set<Long> own = new HashSet<>(different.getOrDefault(language, Set.of()));
            own.removeAll(different.getOrDefault(not, Set.of()));
            return own.size();
        }
    }
}
